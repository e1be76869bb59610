using System.Data.Common;
using Analytics.Web.Releases;
using Analytics.Web.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Analytics.Web.Pages.Shared;

/// <summary>What every page and chart needs to know of a request: which release, in which language and currency, and what day it is.</summary>
/// <param name="Frozen">Whether the address names the release (<c>?release=</c>), so that links must go on naming it.</param>
public sealed record Asked(SiteText Text, ShownRelease Release, ShownCurrency Currency, DateOnly Today, bool Frozen)
{
    /// <summary>Reads it from the query of <paramref name="context"/>. Where no currency is named, a page is in the usual one of its language; a file, which has no language in its address, in dollars.</summary>
    /// <returns>What was asked; or null and the status that answers: 200 before the first release, 400, 404, or 503 when the database is away.</returns>
    public static async Task<(Asked? Asked, int Status)> ReadAsync(HttpContext context, SiteLanguage language)
    {
        var releases = context.RequestServices.GetRequiredService<LatestRelease>();
        var today = DateOnly.FromDateTime(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var id = Chosen(context.Request.Query, "release");
        ShownRelease? release;
        try
        {
            release = await releases.FindAsync(id, context.RequestAborted);
        }
        catch (DbException)
        {
            return (null, StatusCodes.Status503ServiceUnavailable);
        }

        if (release is null)
            return (null, id is not null ? StatusCodes.Status404NotFound : releases.Reached ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        var code = Chosen(context.Request.Query, "currency") ?? (SiteLanguage.OfPath(context.Request.Path) is null ? null : ShownCurrency.Usual(language, release));
        return ShownCurrency.Find(code, release, today) is { } currency
            ? (new(SiteText.Of(language), release, currency, today, id is not null), StatusCodes.Status200OK)
            : (null, StatusCodes.Status400BadRequest);
    }

    /// <summary>The same as on the day of the release: ages are counted to that day, so that what is frozen stays the same for ever.</summary>
    public Asked AsReleased()
    {
        var day = DateOnly.FromDateTime(Release.Head.MadeAt.UtcDateTime);
        return this with { Today = day, Currency = ShownCurrency.Find(Currency.Code, Release, day)! };
    }

    /// <summary>The value of <paramref name="name"/> in the query; null where it is absent or empty, as a form sends "all".</summary>
    public static string? Chosen(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } value ? value : null;

    /// <summary>An amount in US dollars as shown.</summary>
    public string Money(decimal usd) => Text.Figures.Money(Currency.Of(usd), Currency.Code);

    /// <summary>Code of the currency where addresses of pages must name it; null for the usual one.</summary>
    public string? NamedCurrency => Currency.Code == ShownCurrency.Usual(Text.Language, Release) ? null : Currency.Code;

    /// <summary>The address of a page in this language, keeping currency and release.</summary>
    public string To(string path, params ReadOnlySpan<(string Name, string? Value)> query) => $"/{Text.Language.Code}{path}" + Query(query);

    /// <summary>A query of a page with its question mark that keeps currency and release; empty for none. A name may stand several times.</summary>
    public string Query(params ReadOnlySpan<(string Name, string? Value)> query) => Keeping(NamedCurrency, query);

    /// <summary>The same for a file, such as a chart: it is in dollars where no currency is named.</summary>
    public string FileQuery(params ReadOnlySpan<(string Name, string? Value)> query) =>
        Keeping(Currency == ShownCurrency.Dollar ? null : Currency.Code, query);

    private string Keeping(string? currency, ReadOnlySpan<(string Name, string? Value)> query)
    {
        var all = new List<KeyValuePair<string, string?>>();
        foreach (var (name, value) in query)
            all.Add(new(name, value));
        if (currency is not null && all.TrueForAll(pair => pair.Key != "currency"))
            all.Add(new("currency", currency));
        if (Frozen && all.TrueForAll(pair => pair.Key != "release"))
            all.Add(new("release", Release.Head.Id));
        return QueryHelpers.AddQueryString("", all.Where(pair => pair.Value is not null));
    }

    /// <summary>The release as a line to cite: number, id, date.</summary>
    public string ReleaseLine => Text.Fill("site.releaseLine",
        ("number", Text.Figures.Number(Release.Head.Number)), ("id", Release.Head.Id),
        ("date", Text.Figures.Date(DateOnly.FromDateTime(Release.Head.MadeAt.UtcDateTime))));

    /// <summary>The frame of a page of this release.</summary>
    /// <param name="path">Address after the language.</param>
    public PageFrame Frame(string title, string path, string? description, string? query = null) => new(Text, title, path)
    {
        Description = description,
        Trail = StructuredData.Trail(this, path, title),
        Preview = PagePreview.Of(this, path, title),
        Release = ReleaseLine,
        Simulated = Release.Head.Simulated,
        Query = query ?? Query(),
    };
}
