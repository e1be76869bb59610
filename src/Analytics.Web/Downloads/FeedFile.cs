using System.Data.Common;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Analytics.Models.Corrections;
using Analytics.Models.Releases;
using Analytics.Models.Storage;
using Analytics.Web.Http;
using Analytics.Web.Pages.Corrections;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Text;
using Microsoft.Net.Http.Headers;

namespace Analytics.Web.Downloads;

/// <summary>Releases and corrections as an Atom feed: <c>/feed.xml</c> with <c>lang=</c>. Kept like the pages of a release, so a correction is in it within the hour.</summary>
internal static class FeedFile
{
    private const int MostEntries = 50;

    public static string Address(SiteLanguage language) => $"/feed.xml?lang={language.Code}";

    public static WebApplication MapFeed(this WebApplication app)
    {
        app.MapRead("/feed.xml", async (HttpContext context, ReleaseStore releases, CorrectionStore corrections, CancellationToken stop) =>
        {
            var faults = new Dictionary<string, string>();
            if (QueryFaults.Language(context.Request.Query, faults) is not { } language)
                return QueryFaults.Refused(faults);
            var (asked, status) = await Asked.ReadAsync(context, language);
            if (asked is null)
                return QueryFaults.NotThere(status, Asked.Chosen(context.Request.Query, "currency"));
            try
            {
                return Answer(Make(asked, SiteAddress.Of(context), await releases.ListAsync(stop), await corrections.LogAsync(stop)));
            }
            catch (Exception failure) when (failure is DbException or TimeoutException)
            {
                return Results.Problem("The database does not answer; ask again in a few minutes.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "No feed just now");
            }
        }).CacheOutput(ReleaseCache.Policy);
        return app;
    }

    private static AtomFeed Make(Asked asked, string site, IReadOnlyList<ReleaseHead> releases, IReadOnlyList<PublishedCorrection> corrections)
    {
        var (text, lang) = (asked.Text, asked.Text.Language.Code);
        var entries = releases.Select(r => Entry(text, site, r)).Concat(corrections.Select(c => Entry(asked, site, c)));
        return new($"feed {lang}", lang, text[asked.Release.Head.Simulated ? "feed.simulatedTitle" : "feed.title"], text["site.name"], text["site.licence"],
            site + Address(text.Language), $"{site}/{lang}/corrections", [.. entries.OrderByDescending(e => e.Updated).ThenBy(e => e.Key, StringComparer.Ordinal).Take(MostEntries)]);
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
