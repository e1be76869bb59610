using Analytics.Models;
using Analytics.Models.Evidence;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Search;

namespace Analytics.Web.Pages.Shared;

/// <summary>The figure that a page is announced with where it is only named: in search and in previews.</summary>
internal static class Headline
{
    /// <summary>"$3.76 per hour · Study of observed work · 5 years old", "pay known on 7 platforms"; null where nothing is known.</summary>
    public static string? Of(Asked asked, SearchEntry entry) => entry.Kind switch
    {
        SearchKind.Platform => asked.Release.Release.Platform(entry.Key) is { } platform ? Of(asked, platform) : null,
        SearchKind.TaskType => OnPlatforms(asked, new() { Task = Term.Parse<TaskType>(entry.Key) }),
        SearchKind.Country => OnPlatforms(asked, new() { Country = entry.Key }),
        _ => null,
    };

    /// <summary>The row of the comparison that speaks for a platform, with the number that it is of; null where no pay per hour is known.</summary>
    public static ComparedFigure? Row(Asked asked, PlatformRow platform) => Enum.GetValues<PayMeasure>()
        .Select(measure => Telling(asked, platform, measure).FirstOrDefault(row => asked.Pay(row) is not null)).FirstOrDefault(row => row is not null);

    /// <summary>A row in words: pay, kind, age.</summary>
    public static string Words(Asked asked, ComparedFigure row) =>
        $"{asked.Pay(row)} {asked.Text["figure.perHour"]} · {asked.Text.Word(row.Kind)} · {asked.Age(row)}";

    /// <summary>The rows of a platform that have pay, the most telling first.</summary>
    public static IReadOnlyList<ComparedFigure> Telling(Asked asked, PlatformRow platform, PayMeasure measure)
    {
        var choice = new CompareChoice { Measure = measure };
        return new Comparison([.. Comparison.OfPlatform(asked.Release, platform, choice)], []).Telling(choice);
    }

    private static string? Of(Asked asked, PlatformRow platform) => Row(asked, platform) is { } row ? Words(asked, row) : null;

    private static string? OnPlatforms(Asked asked, CompareChoice choice)
    {
        var known = Comparison.Of(asked.Release, choice).Rows.Where(row => row is { HasPay: true, Platform: not null }).Select(row => row.Platform).Distinct().Count();
        return known == 0 ? null : asked.Text.Count("search.onPlatforms", known);
    }
}
