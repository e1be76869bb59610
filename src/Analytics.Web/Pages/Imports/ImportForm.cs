using Analytics.Models;
using Analytics.Models.Platforms;
using Analytics.Models.Reports;
using Analytics.Models.Reports.Trackers;
using Analytics.Web.Text;

namespace Analytics.Web.Pages.Imports;

/// <summary>What a sender says beside the file. Nothing of it is trusted before <see cref="Faults"/> is empty.</summary>
public sealed record ImportForm(string Platform, string Task, string Currency, string Dates, string Key)
{
    private const int Longest = 60;

    public static readonly ImportForm Empty = new("", "", "", "", "");

    /// <summary>Whether something is said that most files say themselves.</summary>
    public bool SaysMore => Platform.Length + Task.Length + Currency.Length + Dates.Length > 0;

    public static ImportForm Read(IFormCollection form)
    {
        string Line(string name) => form[name].ToString() is { Length: <= Longest } value ? value.Trim() : "?";
        return new(Line("platform"), Line("task"), Line("currency").ToUpperInvariant(), Line("dates"), Line("key"));
    }

    /// <summary>What is wrong, a sentence for each field, by its name.</summary>
    /// <param name="known">Whether a slug is a platform's.</param>
    public IReadOnlyDictionary<string, string> Faults(SiteText text, Func<string, bool> known)
    {
        var faults = new Dictionary<string, string>();
        if (Platform.Length > 0 && !known(Platform))
            faults["platform"] = text["import.fault.platform"];
        if (Task.Length > 0 && Term.Find<TaskType>(Task) is null)
            faults["task"] = text["import.fault.task"];
        if (Currency.Length > 0 && !Tracker.KnowsCurrency(Currency))
            faults["currency"] = text["import.fault.currency"];
        if (Dates is not ("" or "day" or "month"))
            faults["dates"] = text["import.fault.dates"];
        if (Key.Length > 0 && ContributorKey.Find(Key) is null)
            faults["key"] = text["import.fault.key"];
        return faults;
    }

    public TrackerOptions Options(DateOnly today) => new()
    {
        Platform = Platform.Length > 0 ? Platform : null,
        TaskType = Term.Find<TaskType>(Task),
        Currency = Currency.Length > 0 ? Currency : null,
        DayFirst = Dates switch { "day" => true, "month" => false, _ => null },
        // Where the sun rises first it is tomorrow already.
        LastDay = today.AddDays(1),
    };
}
