using System.CommandLine;
using System.Globalization;
using Analytics.Ingest.Steps;
using Analytics.Models;
using Analytics.Models.Platforms;
using Analytics.Models.Privacy;
using Analytics.Models.Reports;
using Analytics.Models.Reports.Trackers;

namespace Analytics.Ingest.Verbs;

/// <summary><c>import FILE</c>: sums of what a tracker, an extension or a platform exported, shown first and kept only when the sender says so (docs/importing.md).</summary>
internal static class ImportVerb
{
    private const int ProblemsShown = 20;

    public static Command Create(CommonOptions common, Terminal terminal, TextReader answers)
    {
        var file = new Argument<string>("file") { Description = "The exported file: CSV or JSON." };
        var format = new Option<string?>("--format") { Description = $"Do not sniff; one of {string.Join(", ", Enum.GetValues<TrackerFormat>().Select(Term.Of))}." };
        var key = new Option<string?>("--key") { Description = "The key of an earlier receipt, so that the sums join its reports." };
        var map = new Option<string[]>("--map") { Description = "Columns of another list, such as pay=Net,date=Day; repeatable.", DefaultValueFactory = _ => [] };
        var platform = new Option<string?>("--platform") { Description = "Slug of the platform, where the file does not name it." };
        var task = new Option<string?>("--task") { Description = "Kind of work, where the words of a row do not tell it, such as data-entry." };
        var currency = new Option<string?>("--currency") { Description = "Code of the currency, where amounts have no sign, such as USD." };
        var dates = new Option<string?>("--dates") { Description = "day-first or month-first, where the file's dates do not tell it." };
        var worker = new Option<string?>("--worker") { Description = "Your own id, where the file has the work of several people." };
        var dry = new Option<bool>("--dry-run") { Description = "Show what was understood and keep nothing." };
        var yes = new Option<bool>("--yes") { Description = "Keep the sums without asking." };
        var verb = new Command("import", "Show what a tracker's file says and keep its sums by month, after asking.") { file, format, key, map, platform, task, currency, dates, worker, dry, yes };
        verb.SetAction(async (parsed, stop) =>
        {
            var options = new TrackerOptions
            {
                Format = Word<TrackerFormat>("--format", parsed.GetValue(format)),
                Platform = PlatformOf(parsed.GetValue(platform)),
                TaskType = Word<TaskType>("--task", parsed.GetValue(task)),
                Currency = CurrencyOf(parsed.GetValue(currency)),
                DayFirst = Dates(parsed.GetValue(dates)),
                Worker = parsed.GetValue(worker),
                Map = Map(parsed.GetValue(map)!),
                LastDay = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(1),
            };
            var own = parsed.GetValue(key) is { } typed ? ContributorKey.Find(typed) ?? throw new WrongUseException("--key is no key of a receipt; it has seven groups of four letters and digits.") : null;
            var read = Read(parsed.GetValue(file)!, options, terminal, stop);
            Show(read, terminal, common.Json(parsed));
            if (read.Sums.Count == 0)
                throw new WrongUseException($"{parsed.GetValue(file)}: {TrackerWords.Sentence(new(TrackerFault.NothingToSum, 0))}");
            if (parsed.GetValue(dry))
                return 0;
            await using var session = await common.OpenAsync(parsed, terminal, stop);
            if (!await MayKeepAsync(session, TrackerImport.Of(read), own, parsed.GetValue(yes), terminal, answers, stop))
                return 0;
            var kept = await KeepAsync(session, TrackerImport.Of(read), own, stop);
            if (common.Json(parsed))
                terminal.AnswerJson(kept);
            else
                terminal.Answer($"{kept.Sums} sums are kept. Key of the receipt, shown once: {kept.Key}");
            return 0;
        });
        return verb;
    }

    private static TrackerReading Read(string file, TrackerOptions options, Terminal terminal, CancellationToken stop)
    {
        try
        {
            using var stream = NamedFile.Read(file, File.OpenRead);
            return Tracker.Read(stream, options, progress: new Bar(terminal), stop: stop);
        }
        catch (TrackerException fault)
        {
            throw new WrongUseException($"{file}: {fault.Message}");
        }
    }

    private static void Show(TrackerReading read, Terminal terminal, bool json)
    {
        if (json)
        {
            terminal.AnswerJson(read);
            return;
        }

        terminal.Answer($"{Term.Of(read.Format)}: {read.Rows} rows, {read.Counted} of them counted.");
        terminal.Answer("line\tdate\twork\tplatform\tpay\tcosts\tpaid min\tunpaid min\tleft out");
        foreach (var line in read.Lines)
        {
            terminal.Answer(string.Join('\t', line.Line, Day(line.Date), Word(line.Task), line.Platform ?? "-", Money(line.Pay, line.Currency), Money(line.Costs, line.Currency),
                Number(line.PaidMinutes), Number(line.UnpaidMinutes), Word(line.LeftOut)));
        }

        if (read.Rows > read.Lines.Count)
            terminal.Answer($"… and {read.Rows - read.Lines.Count} more.");
        foreach (var (why, n) in read.LeftOut.OrderBy(l => l.Key))
            terminal.Answer($"left out, {Term.Of(why)}: {n}");
        foreach (var problem in read.Problems.Take(ProblemsShown))
            terminal.Note(TrackerWords.Sentence(problem));
        if (read.LeftOut.GetValueOrDefault(LeftOut.Problem) is > ProblemsShown and var all)
            terminal.Note($"… and {all - ProblemsShown} rows more with problems.");
        terminal.Answer("month\twork\tplatform\tpay\tbonus\tcosts\tpaid h\tunpaid h\ttasks");
        foreach (var sum in read.Sums)
        {
            terminal.Answer(string.Join('\t', sum.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), Term.Of(sum.Task), sum.Platform ?? sum.PlatformName, Money(sum.Pay, sum.Currency),
                Number(sum.Bonus), Number(sum.Costs), Number(sum.PaidHours), Number(sum.UnpaidHours) + (sum.UnpaidEstimated ? " (estimated from gaps)" : ""), sum.Tasks));
        }
    }

    private static async Task<bool> MayKeepAsync(Session session, TrackerImport import, string? own, bool yes, Terminal terminal, TextReader answers, CancellationToken stop)
    {
        if (own is not null && await session.Contributors.FindAsync(own, stop) is null)
            throw new WrongUseException("There are no reports with that --key.");
        if (own is not null && await session.Trackers.MonthsKeptAsync(import, own, stop) is { Count: > 0 } months)
            terminal.Note($"Imported from such files before, and replaced now: {string.Join(", ", months.Select(m => m.ToString("yyyy-MM", CultureInfo.InvariantCulture)))}.");
        TellConsent(terminal);
        if (yes || Agrees(terminal, answers))
            return true;
        terminal.Note("Nothing was kept.");
        return false;
    }

    private static async Task<Kept> KeepAsync(Session session, TrackerImport import, string? own, CancellationToken stop)
    {
        var form = FormToken.Make();
        var key = own ?? ContributorKey.Of(form);
        var outcome = await session.Trackers.SendAsync(import, form, key, "en", own is null, session.Options.Storage.Demo, session.Options.Time.GetUtcNow(), stop);
        return outcome == ImportOutcome.SameFile ? throw new WrongUseException("This very file has been imported before; nothing was kept.") : new(import.Sums.Count, key);
    }

    // What the site's page says before it takes a file, in the words of a terminal (report.published and consent.1 there).
    private static void TellConsent(Terminal terminal)
    {
        terminal.Note(
            $"Only groups of at least {Disclosure.LeastContributors} contributors are published: how many, and the middle and spread of their pay an hour, rounded. "
            + "Nothing is published of one person's sums. New sums wait three days before they count.");
        terminal.Note(
            $"Consent, version {Consent.Version}: by keeping these sums I agree that PerJam keeps them and uses them for pay statistics. I may take back the sums and this consent at any time "
            + "with the key of the receipt; then they are deleted, and what was not yet published is made without them. Kept are only the sums, the file's format, number of rows and "
            + "checksum, the time they came and the version of this text: no row of the file, no name, no address.");
    }

    private static bool Agrees(Terminal terminal, TextReader answers)
    {
        terminal.Note("Agree and keep the sums? [y/N]");
        return answers.ReadLine()?.Trim().ToUpperInvariant() is "Y" or "YES";
    }

    private static T? Word<T>(string option, string? word) where T : struct, Enum => word is null ? null : Term.Find<T>(word)
        ?? throw new WrongUseException($"{option} '{word}' is none of {string.Join(", ", Enum.GetValues<T>().Select(Term.Of))}.");

    private static string? PlatformOf(string? slug) => slug is null || Catalogue.Load().Find(slug) is not null ? slug
        : throw new WrongUseException($"--platform '{slug}' is no slug of the catalogue, such as mturk.");

    private static string? CurrencyOf(string? code) => code is null || Tracker.KnowsCurrency(code) ? code?.ToUpperInvariant()
        : throw new WrongUseException($"--currency '{code}' is no code of a currency that is known here, such as USD.");

    private static bool? Dates(string? order) => order switch
    {
        null => null,
        "day-first" => true,
        "month-first" => false,
        _ => throw new WrongUseException($"--dates '{order}' is none of day-first, month-first."),
    };

    private static Dictionary<string, string> Map(string[] given)
    {
        var map = new Dictionary<string, string>();
        foreach (var pair in given.SelectMany(g => g.Split(',')))
        {
            if (pair.Split('=', 2) is not [var ours, { Length: > 0 } theirs] || !Tracker.TableColumns.Contains(ours.Trim()))
                throw new WrongUseException($"--map takes OURS=COLUMN; ours is one of {string.Join(", ", Tracker.TableColumns)}.");
            map[ours.Trim()] = theirs.Trim();
        }

        return map;
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";

    private static string Word<T>(T? word) where T : struct, Enum => word is { } value ? Term.Of(value) : "-";

    private static string Number(decimal? number) => number?.ToString("0.###", CultureInfo.InvariantCulture) ?? "-";

    private static string Money(decimal? amount, string? currency) => amount is null ? "-" : $"{Number(amount)} {currency}";

    private sealed record Kept(int Sums, string Key);

    private sealed class Bar(Terminal terminal) : IProgress<double>
    {
        public void Report(double value) => terminal.Report(new StepProgress("import", value, "reading"));
    }
}
