using System.Data.Common;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Analytics.Models.Corrections;
using Analytics.Models.Releases;
using Analytics.Models.Storage;
using Analytics.Web.Embeds;
using Analytics.Web.Http;
using Analytics.Web.Pages.Corrections;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Text;
using Microsoft.Net.Http.Headers;

namespace Analytics.Web.Downloads;

/// <summary>
/// Atom feeds, with <c>lang=</c>. <c>/feed.xml</c>: releases and all answered cases; kept like the pages of a release, so a case is in it within the hour.
/// <c>/corrections.xml</c>: what was wrong and has been put right, for those who use a figure elsewhere; a correction is in it within a minute.
/// </summary>
internal static class FeedFile
{
    private const int MostEntries = 50;

    public static string Address(SiteLanguage language) => $"/feed.xml?lang={language.Code}";

    public static string CorrectionsAddress(SiteLanguage language) => $"/corrections.xml?lang={language.Code}";

    public static WebApplication MapFeed(this WebApplication app)
    {
        app.MapRead("/feed.xml", (HttpContext context, ReleaseStore releases, CorrectionStore corrections, CancellationToken stop) => TellAsync(context,
            async asked => Everything(asked, SiteAddress.Of(context), await releases.ListAsync(stop), await corrections.LogAsync(stop)))).CacheOutput(ReleaseCache.Policy);
        app.MapRead("/corrections.xml", (HttpContext context, PublishedLog corrections, CancellationToken stop) => TellAsync(context,
            async asked => await corrections.ReadAsync(stop) is { } log ? Corrected(asked, context, log) : null));
        return app;
    }

    /// <param name="make">Makes the feed; null where the database does not answer.</param>
    private static async Task<IResult> TellAsync(HttpContext context, Func<Asked, Task<AtomFeed?>> make)
    {
        var faults = new Dictionary<string, string>();
        if (QueryFaults.Language(context.Request.Query, faults) is not { } language)
            return QueryFaults.Refused(faults);
        var (asked, status) = await Asked.ReadAsync(context, language);
        if (asked is null)
            return QueryFaults.NotThere(status, Asked.Chosen(context.Request.Query, "currency"));
        try
        {
            if (await make(asked) is { } feed)
                return Answer(feed);
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            // Told below.
        }

        return Results.Problem("The database does not answer; ask again in a few minutes.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "No feed just now");
    }

    private static AtomFeed Corrected(Asked asked, HttpContext context, IReadOnlyList<PublishedCorrection> log)
    {
        var (site, simulated) = (SiteAddress.Of(context), asked.Release.Head.Simulated);
        context.Response.Headers.CacheControl = "public, max-age=60";
        return Make(asked, "corrections", asked.Text[simulated ? "corrections.feedSimulatedTitle" : "corrections.feedTitle"], site, CorrectionsAddress(asked.Text.Language),
            log.Where(c => c.State == CorrectionState.Corrected).Select(c => Entry(asked, site, c))) with
        { Begun = asked.Release.Head.MadeAt };
    }

    private static AtomFeed Everything(Asked asked, string site, IReadOnlyList<ReleaseHead> releases, IReadOnlyList<PublishedCorrection> corrections) =>
        Make(asked, "feed", asked.Text[asked.Release.Head.Simulated ? "feed.simulatedTitle" : "feed.title"], site, Address(asked.Text.Language),
            releases.Select(r => Entry(asked.Text, site, r)).Concat(corrections.Select(c => Entry(asked, site, c))));

    private static AtomFeed Make(Asked asked, string key, string title, string site, string address, IEnumerable<FeedEntry> entries)
    {
        var (text, lang) = (asked.Text, asked.Text.Language.Code);
        return new($"{key} {lang}", lang, title, text["site.name"], text["site.licence"], site + address, $"{site}/{lang}/corrections",
            [.. entries.OrderByDescending(e => e.Updated).ThenBy(e => e.Key, StringComparer.Ordinal).Take(MostEntries)]);
    }

    private static FeedEntry Entry(SiteText text, string site, ReleaseHead release)
    {
        var number = text.Figures.Number(release.Number);
        return new($"release {release.Id} {text.Language.Code}", text.Fill("feed.release", ("number", number)),
            text.Fill("feed.releaseText", ("number", number), ("id", release.Id), ("date", text.Day(release.MadeAt))),
            $"{site}/{text.Language.Code}/?release={release.Id}", release.MadeAt, release.MadeAt);
    }

    private static FeedEntry Entry(Asked asked, string site, PublishedCorrection one) => new(
        $"correction {one.Id} {asked.Text.Language.Code}", asked.Text.Title(one, asked.Release),
        string.Join(" ", new[] { asked.Text.Own(one.English, one.Indonesian), one.Reply is null ? null : $"“{one.Reply}”" }.OfType<string>()),
        $"{site}/{asked.Text.Language.Code}/corrections#c-{one.Id}", one.AnsweredAt, one.ChangedAt);

    private static IResult Answer(AtomFeed feed)
    {
        using var bytes = new MemoryStream();
        // Without a mark at the start, and refusing what XML cannot hold.
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
            feed.Write().Save(writer);
        return Results.Bytes(bytes.ToArray(), "application/atom+xml; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Key.OfContent(bytes.ToArray())[..32]}\""));
    }
}
