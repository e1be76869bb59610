using System.CommandLine;
using System.Globalization;
using Analytics.Ingest.Steps;
using Analytics.Models.Sources;

namespace Analytics.Ingest.Verbs;

/// <summary><c>collect [ADDRESS|FILE]…</c>: fetches pages, or takes files in as pages.</summary>
internal static class CollectVerb
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var what = new Argument<string[]>("address-or-file") { Arity = ArgumentArity.ZeroOrMore, Description = "Web addresses, fetched this once (watch keeps one), or files; none: the whole source list." };
        var address = new Option<string?>("--address") { Description = "The web address a file was saved from; it is cited by it." };
        var date = new Option<string?>("--date") { Description = "When a file's page was published, YYYY-MM-DD, if it does not say so itself." };
        var language = new Option<string?>("--language") { Description = "Language of a file, en or id, if it does not say so itself." };
        var collect = new Command("collect", "Fetch pages, or take files in as pages.") { what, address, date, language };
        collect.SetAction(async (parsed, stop) =>
        {
            if (common.Demo(parsed))
                throw new WrongUseException("The demonstration holds simulated data only; collect without --demo.");
            var asked = parsed.GetValue(what)!.Distinct().ToArray();
            var files = asked.Where(a => !IsAddress(a)).ToList();
            var page = new FilePage(Address(parsed.GetValue(address), files), Date(parsed.GetValue(date)), parsed.GetValue(language));
            var contents = files.ToDictionary(f => f, PageFile.Bytes);
            await using var session = await common.OpenAsync(parsed, terminal, stop);
            var now = TimeProvider.System.GetUtcNow();
            foreach (var file in files)
                FlowVerbs.Tell(await KeepAsync(session.Sources, page.Of(file, contents[file], now), now, stop), common.Json(parsed), terminal);
            if (files.Count > 0 && files.Count == asked.Length)
                return 0;
            if (asked.Length == 0)
                await session.Sources.FollowAsync(session.Options.SourceList, now, stop);
            var named = new List<Source>();
            foreach (var web in asked.Where(IsAddress))
                named.Add(await SourceAsync(session.Sources, web, parsed.GetValue(language), stop));
            var result = await session.Collect(asked.Length == 0 ? null : named).RunAsync(terminal, stop);
            FlowVerbs.Tell(result, common.Json(parsed), terminal);
            return asked.Length > 0 && result.Troubles.Count > 0 ? 1 : 0;
        });
        return collect;
    }

    // A watched feed or sitemap is read as one, under its words; anything else is a page, fetched this once.
    private static async Task<Source> SourceAsync(SourceStore sources, string address, string? language, CancellationToken stop) =>
        PageAddress.Spell(new Uri(address)) is var spelt && await sources.FindSourceAsync(spelt, stop) is { IsList: true, Active: true } list
            ? list : new(spelt, SourceKind.Page, language, null, SourceOrigin.Operator);

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is not "file";

    private static string? Address(string? text, List<string> files) => text switch
    {
        null => null,
        _ when files.Count != 1 => throw new WrongUseException($"--address belongs to one file; {files.Count} were given."),
        _ when IsAddress(text) && new Uri(text).Scheme is "http" or "https" => PageAddress.Spell(new Uri(text)),
        _ => throw new WrongUseException($"--address '{text}' is not a web address such as https://example.org/article."),
    };

    private static DateOnly? Date(string? text) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : throw new WrongUseException($"--date '{text}' is not a date such as 2025-01-31.");

    private static async Task<StepResult> KeepAsync(SourceStore sources, SourcePage page, DateTimeOffset now, CancellationToken stop)
    {
        await sources.AddAsync([new(page.Address, SourceKind.File, page.StatedLanguage, null, SourceOrigin.Operator)], now, stop);
        var added = await sources.KeepAsync(page, stop);
        var sentence = $"{page.Address} was taken in: {page.Content.Length} bytes{(added ? "" : ", known already")}.";
        await sources.RecordAsync(new(page.Address, now, added ? "fetched" : "not-modified", sentence, null, page.Content.Length), stop);
        return new("collect", added, sentence, new Dictionary<string, int> { ["bytes"] = page.Content.Length });
    }

    private sealed record FilePage(string? Address, DateOnly? Date, string? Language)
    {
        public SourcePage Of(string file, byte[] content, DateTimeOffset now) => new()
        {
            Address = Address ?? "file:" + Path.GetFileName(file),
            Content = content,
            FetchedAt = now,
            ContentType = PageFile.ContentType(file),
            StatedDate = Date,
            StatedLanguage = Language,
        };
    }
}
