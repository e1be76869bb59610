using System.Runtime.CompilerServices;
using Analytics.Models;
using Analytics.Models.Platforms;
using Analytics.Models.Releases.Datasets;
using Analytics.Web.Http;
using Analytics.Web.Pages.Platforms;
using Analytics.Web.Releases;
using Analytics.Web.Text;

namespace Analytics.Web.Search;

/// <summary>The index of the site: the pages of the site map; and regions and ways of paying out, which are chosen on a page.</summary>
public static class SiteIndex
{
    private static readonly ConditionalWeakTable<ShownRelease, SearchIndex> Made = [];
    private static readonly Lazy<SearchIndex> WithoutRelease = new(() => Make(null, SiteMap.Pages(null)));

    /// <summary>The index of a release, made once; the site's own pages alone where there is none.</summary>
    public static SearchIndex Of(ShownRelease? release) => release is null ? WithoutRelease.Value : Made.GetValue(release, r => Make(r, SiteMap.Pages(r)));

    /// <summary>The index of <paramref name="pages"/>, addresses after the language.</summary>
    internal static SearchIndex Make(ShownRelease? release, IEnumerable<string> pages) =>
        new([.. pages.Select(page => Entry(release, page)).OfType<SearchEntry>(), .. release is null ? [] : Regions(release).Concat(Payouts(release))], SearchWords.Shipped.Noise);

    private static SearchEntry? Entry(ShownRelease? release, string page) => page.Split('/') switch
    {
        ["", "platforms", var slug] when release?.Release.Platform(slug) is { } platform => new(SearchKind.Platform, page, slug, platform.Name, platform.Name)
        {
            Aliases = [slug, .. platform.Aliases],
            Known = release.FiguresOf(slug).Count(),
        },
        ["", "tasks", var term] when Term.Find<TaskType>(term) is { } task => new(SearchKind.TaskType, page, term, Name(SiteLanguage.English, task), Name(SiteLanguage.Indonesian, task))
        {
            Aliases = [term, .. SearchWords.Shipped.Tasks.GetValueOrDefault(term, [])],
            Known = release?.Release.Figures.Count(f => f.TaskType == task) ?? 0,
        },
        ["", "countries", var code] when Countries.Find(code) is { } country => new(SearchKind.Country, page, country.Code, country.English, country.Indonesian)
        {
            Aliases = [country.Code, .. SearchWords.Shipped.Countries.GetValueOrDefault(country.Code, [])],
            Known = release?.Release.Figures.Count(f => f.Country == country.Code) ?? 0,
        },
        ["", "data", var name] when DatasetTables.Find(name) is { } table => new(SearchKind.Page, page, page, Name(SiteLanguage.English, table), Name(SiteLanguage.Indonesian, table)) { Aliases = [$"{name}.csv"] },
        _ => SearchWords.Shipped.Pages.GetValueOrDefault(page) is { } words ? new(SearchKind.Page, page, page, words.En, words.Id) { Aliases = words.Aliases } : null,
    };

    private static IEnumerable<SearchEntry> Regions(ShownRelease release) =>
        from country in release.CountryCodes
        from region in release.RegionsOf(country)
        select new SearchEntry(SearchKind.Region, "/estimate", region, region, region)
        {
            Query = [("country", country), ("region", region)],
            Aliases = SearchWords.Shipped.Regions.GetValueOrDefault(region, []),
        };

    private static IEnumerable<SearchEntry> Payouts(ShownRelease release) =>
        from way in SearchWords.Shipped.Payouts
        let name = FactWords.Method(SiteText.Of(SiteLanguage.English), way.Key)
        select new SearchEntry(SearchKind.Payout, "/search", way.Key, name, FactWords.Method(SiteText.Of(SiteLanguage.Indonesian), way.Key))
        {
            Query = [("q", name)],
            Aliases = way.Value,
            Known = PayoutWays.Of(release, way.Key).Count,
        };

    private static string Name(SiteLanguage language, DatasetTable table) => SiteText.Of(language).Fill("codebook.entry", ("title", Codebook.In(language.Code).Of(table).Title));

    private static string Name(SiteLanguage language, TaskType task) => SiteText.Of(language).Word(task);
}
