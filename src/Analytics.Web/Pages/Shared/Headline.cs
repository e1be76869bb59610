using Analytics.Models;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.Places;
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
        SearchKind.Region => Minimum(asked, entry),
        SearchKind.Payout => asked.Text.Count("search.payout.platforms", entry.Known),
        _ => null,
    };

    /// <summary>Which number a platform is announced with: paid-only, or all-in where only that is known.</summary>
    public static PayMeasure Measure(Asked asked, PlatformRow platform) =>
        Enum.GetValues<PayMeasure>().FirstOrDefault(measure => First(asked, platform, measure) is not null);

    /// <summary>The rows of one platform alone, as the comparison has them.</summary>
    public static Comparison Rows(Asked asked, PlatformRow platform, PayMeasure measure) =>
        new([.. Comparison.OfPlatform(asked.Release, platform, new() { Measure = measure })], []);

    private static string? Of(Asked asked, PlatformRow platform) => First(asked, platform, Measure(asked, platform)) is { } row
        ? $"{asked.Pay(row)} {asked.Text["figure.perHour"]} · {asked.Text.Word(row.Kind)} · {asked.Age(row)}"
        : null;

    /// <summary>"Indonesia · minimum wage Rp 2.264.080 per month in force since 1 January 2025".</summary>
    private static string? Minimum(Asked asked, SearchEntry region)
    {
        var country = region.Query.First(choice => choice.Name == "country").Value!;
        return LocalMinimum.Of(asked.Release, country, region.Key) is { } minimum
            ? asked.Text.Fill("search.region.minimum", ("country", asked.Country(country)!), ("wage", asked.Stated(minimum.Wage)), ("since", asked.InForce(minimum.Wage)))
            : asked.Country(country);
    }

    /// <summary>The most telling row that has pay in words.</summary>
    private static ComparedFigure? First(Asked asked, PlatformRow platform, PayMeasure measure) =>
        Rows(asked, platform, measure).Telling(new() { Measure = measure }).FirstOrDefault(row => asked.Pay(row) is not null);

    private static string? OnPlatforms(Asked asked, CompareChoice choice)
    {
        var known = Comparison.Of(asked.Release, choice).Rows.Where(row => row is { HasPay: true, Platform: not null }).Select(row => row.Platform).Distinct().Count();
        return known == 0 ? null : asked.Text.Count("search.onPlatforms", known);
    }
}
