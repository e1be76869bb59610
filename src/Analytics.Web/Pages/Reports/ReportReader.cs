using System.Globalization;
using Analytics.Models;
using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Platforms;
using Analytics.Models.Reports;
using Analytics.Web.Releases;
using Analytics.Web.Text;

namespace Analytics.Web.Pages.Reports;

/// <summary>Reads a form: a report, or a sentence for each field that must be put right first.</summary>
public sealed class ReportReader
{
    /// <summary>Unpaid minutes beside each paid hour that can be chosen.</summary>
    public static readonly IReadOnlyList<int> UnpaidChoices = [0, 5, 15, 30, 60, 120];

    /// <summary>What pay can be for.</summary>
    public static readonly IReadOnlyList<PayUnit> Units = [PayUnit.Total, PayUnit.Hour, PayUnit.Task, PayUnit.Day, PayUnit.Week, PayUnit.Month];

    private const int LongestName = 60;
    private const decimal MostMoney = 1_000_000_000_000m;
    private static readonly DateOnly FirstMonth = new(2005, 1, 1);

    private readonly Dictionary<string, string> faults = [];
    private readonly ReportForm form;
    private readonly SiteText text;
    private readonly ShownRelease release;
    private readonly DateOnly today;

    private ReportReader(ReportForm form, SiteText text, ShownRelease release, DateOnly today) =>
        (this.form, this.text, this.release, this.today) = (form, text, release, today);

    /// <summary>What the form says.</summary>
    /// <returns>The report, its contributor still empty, or what is wrong by field.</returns>
    public static (Report? Report, IReadOnlyDictionary<string, string> Faults) Read(ReportForm form, SiteText text, ShownRelease release, DateTimeOffset now)
    {
        var reader = new ReportReader(form, text, release, DateOnly.FromDateTime(now.UtcDateTime));
        var report = reader.Report(now);
        return (reader.faults.Count == 0 ? report : null, reader.faults);
    }

    private Report Report(DateTimeOffset now)
    {
        var slug = PlatformNames.Find(release.Release, form["platform"]);
        var unit = Term.Find<PayUnit>(form["unit"]) is { } known && Units.Contains(known) ? known : Fault<PayUnit?>("unit", "choose") ?? PayUnit.Total;
        var payment = Chosen<PaymentState>("payment");
        var pay = Money("amount") ?? (faults.ContainsKey("amount") ? 0 : Fault<decimal>("amount", "amount"));
        // Nothing an hour cannot be counted yet (AcceptanceReason.NoAmount): said here, not on the receipt.
        if (pay == 0 || payment == PaymentState.Refused)
            faults.TryAdd("amount", text[payment == PaymentState.Refused ? "report.fault.nothingPaid" : "report.fault.amount"]);
        var month = ReadMonth();
        var paid = PaidHours(unit, month);
        var country = Country();
        var report = new Report
        {
            Id = form.Token.ReportId,
            Contributor = "",
            Kind = FigureKind.SelfReport,
            Platform = slug,
            PlatformName = slug is null ? PlatformName() : null,
            TaskType = Chosen<TaskType>("task") ?? (faults.ContainsKey("task") ? default : Fault<TaskType>("task", "task")),
            Experience = Chosen<ExperienceBand>("experience"),
            Country = country,
            Region = Region(country),
            Month = month,
            Currency = release.Currencies.Contains(form["currency"]) ? form["currency"] : Fault<string>("currency", "choose") ?? "",
            Unit = unit,
            Pay = pay,
            Bonus = Money("bonus"),
            Costs = Money("costs"),
            PaidHours = paid,
            UnpaidHours = Unpaid(paid),
            Tasks = Whole("tasks", 1, 1_000_000),
            TasksDone = Chosen<TasksDone>("done"),
            Qualification = Chosen<Qualification>("qualification"),
            Expertise = Chosen<Expertise>("expertise"),
            Payment = payment,
            DaysToPayment = Whole("days", 0, 3_660),
            WorkAvailable = Chosen<WorkAvailable>("available"),
            Consent = Consent.Version,
            Simulated = false,
            ReceivedAt = now,
        };
        if (report.Bonus > report.Pay)
            faults.TryAdd("bonus", text["report.fault.bonus"]);
        if (paid is { } hours && hours + (report.UnpaidHours ?? 0) > HoursIn(unit, month))
            faults.TryAdd(form["unpaidHours"].Length > 0 ? "unpaidHours" : "hours", text.Fill("report.fault.hours", ("unit", text[$"report.unit.{Term.Of(unit)}"]), ("most", text.Figures.Number(HoursIn(unit, month)))));
        return report;
    }

    // A name that the catalogue does not know goes to the operator, so it holds a name and nothing of anybody.
    private string? PlatformName() => form["platform"] switch
    {
        { Length: 0 } => Fault<string>("platform", "platform"),
        { Length: > LongestName } => Fault<string>("platform", "name"),
        var name when name.Contains('@', StringComparison.Ordinal) || !name.Any(char.IsLetter) || name.Count(char.IsAsciiDigit) > 6 => Fault<string>("platform", "name"),
        var name => name,
    };

    private decimal? PaidHours(PayUnit unit, DateOnly month)
    {
        var hours = Time("hours", "minutes");
        if (unit == PayUnit.Hour)
            return hours is null or 1 ? 1 : Fault<decimal>("hours", "hourIsOne");
        if (hours is null or 0 && !faults.ContainsKey("hours") && !faults.ContainsKey("minutes"))
            return Fault<decimal>("hours", "time");
        return hours;
    }

    // What is told exactly counts, and not the rough choice beside it.
    private decimal? Unpaid(decimal? paid)
    {
        if (Time("unpaidHours", "unpaidMinutes") is { } told)
            return told;
        if (form["unpaid"].Length == 0)
            return null;
        return int.TryParse(form["unpaid"], CultureInfo.InvariantCulture, out var minutes) && UnpaidChoices.Contains(minutes) ? paid * minutes / 60 : Fault<decimal>("unpaid", "choose");
    }

    private decimal? Time(string hours, string minutes) =>
        (Number(hours, 100_000), Number(minutes, 100_000)) is var (h, m) && (h ?? m) is null ? null : (h ?? 0) + (m ?? 0) / 60;

    private DateOnly ReadMonth() =>
        DateOnly.TryParseExact(form["month"], "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month >= FirstMonth && month <= today
            ? month
            : Fault<DateOnly>("month", "month");

    private string? Country() => form["country"].Length == 0 ? null : Countries.Find(form["country"])?.Code ?? Fault<string>("country", "choose");

    private string? Region(string? country)
    {
        var region = form["region"];
        if (region.Length == 0)
            return null;
        return country is not null && release.RegionsOf(country).Contains(region) ? region : Fault<string>("region", "region");
    }

    private T? Chosen<T>(string field) where T : struct, Enum
    {
        if (form[field].Length == 0)
            return null;
        if (Term.Find<T>(form[field]) is { } value)
            return value;
        faults.TryAdd(field, text["report.fault.choose"]);
        return null;
    }

    private decimal? Money(string field) => Number(field, MostMoney);

    private int? Whole(string field, int least, int most) => Number(field, most) switch
    {
        null => null,
        var n when n < least || n != Math.Truncate(n.Value) => Fault<int>(field, "whole", ("least", text.Figures.Number(least)), ("most", text.Figures.Number(most))),
        var n => (int)n.Value,
    };

    private decimal? Number(string field, decimal most)
    {
        if (form[field].Length == 0)
            return null;
        if (TypedNumber.Read(form[field], text.Language) is not { } value)
            faults.TryAdd(field, text.Fill("report.fault.number", ("example", text.Figures.Number(1234.5m))));
        else if (value > most)
            faults.TryAdd(field, text.Fill("report.fault.large", ("most", text.Figures.Number(most))));
        else
            return value;
        return null;
    }

    private T? Fault<T>(string field, string what, params ReadOnlySpan<(string Name, string Value)> places)
    {
        faults.TryAdd(field, text.Fill($"report.fault.{what}", places));
        return default;
    }

    // As Observations/AcceptanceRules holds it against the calendar.
    private static decimal HoursIn(PayUnit unit, DateOnly month) => unit switch
    {
        PayUnit.Day => 24,
        PayUnit.Week => 7 * 24,
        _ => DateTime.DaysInMonth(month.Year, month.Month) * 24,
    };
}
