using Analytics.Models;
using Analytics.Models.Platforms;
using Analytics.Web.Charts;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.Platforms;
using Analytics.Web.Search;

namespace Analytics.Web.Pages.Shared;

/// <summary>The picture that announces a page in social networks.</summary>
/// <param name="Address">Address within the site: <c>/charts/preview.png?…</c>.</param>
/// <param name="Alternative">What it shows, in words.</param>
public sealed record PreviewImage(string Address, string Alternative)
{
    public const int Width = PreviewLayout.Width * (int)PreviewLayout.Scale;
    public const int Height = PreviewLayout.Height * (int)PreviewLayout.Scale;
}

/// <summary>Pictures that announce pages: title, the figures that tell most, source and release.</summary>
internal static class PagePreview
{
    /// <summary>The picture of the page at <paramref name="path"/>; null for a page that is not in the site map.</summary>
    public static PreviewImage? Of(Asked asked, string path, string title)
    {
        if (SiteIndex.Of(asked.Release).At(path) is not { } entry)
            return null;
        // The release is named, so that a network's copy of the picture is renewed with the figures.
        var query = asked.FileQuery(("lang", asked.Text.Language.Code), ("page", path), ("release", asked.Release.Head.Id));
        return new($"/charts/preview.png{query}", Headline.Of(asked, entry) is { } figure ? $"{title}: {figure}" : title);
    }

    /// <summary>What the picture of a page shows.</summary>
    public static IntervalSeries Series(Asked asked, SearchEntry entry)
    {
        var (title, choice, comparison) = Compared(asked, entry);
        var series = ComparisonChart.Series(asked, choice, comparison);
        return series with
        {
            Id = "card",
            Title = title,
            Warning = asked.Release.Head.Simulated ? asked.Text["preview.simulated"] : null,
            Description = Sentence(asked, entry, series.Rows.Count > 0),
            Rows = entry.Kind == SearchKind.Platform ? series.Rows : [.. series.Rows.DistinctBy(row => row.Label)],
        };
    }

    /// <summary>The picture, placed.</summary>
    public static ChartPlan Plan(Asked asked, IntervalSeries series) => series.PlacePreview(new ChartWords(asked.Text, asked.Currency.Code));

    private static (string Title, CompareChoice Choice, Comparison Comparison) Compared(Asked asked, SearchEntry entry)
    {
        var name = entry.NameIn(asked.Text.Language);
        CompareChoice? choice = entry.Kind switch
        {
            SearchKind.TaskType => new() { Task = Term.Parse<TaskType>(entry.Key) },
            SearchKind.Country => new() { Country = entry.Key },
            SearchKind.Page when entry.Path == "/" => new(),
            _ => null,
        };
        if (choice is not null)
            return (entry.Kind == SearchKind.Page ? asked.Text["compare.title"] : name, choice, Named(asked, choice));
        if (entry.Kind != SearchKind.Platform)
            return (name, new(), new([], []));
        var platform = asked.Release.Release.Platform(entry.Key)!;
        var measure = Headline.Measure(asked, platform);
        return (asked.Text.Fill("platform.title", ("platform", platform.Name)), new() { Measure = measure }, Headline.Rows(asked, platform, measure));
    }

    /// <summary>The comparison without figures of several platforms together: their names are too long for a picture.</summary>
    private static Comparison Named(Asked asked, CompareChoice choice) =>
        new([.. Comparison.Of(asked.Release, choice).Rows.Where(row => row.Platform is not null)], []);

    private static string Sentence(Asked asked, SearchEntry entry, bool known) => entry.Kind switch
    {
        SearchKind.Page => asked.Text[SearchWords.Shipped.Pages.GetValueOrDefault(entry.Path)?.Standfirst ?? "site.tagline"],
        SearchKind.Platform => PlatformAnswer.Sentences(asked, asked.Release.Release.Platform(entry.Key)!)[0].Words,
        _ => asked.Text[known ? "site.tagline" : "preview.nothing"],
    };
}
