using Analytics.Models.Platforms;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Embeds;

/// <summary>The chart that stands for a page which has no address of a chart itself.</summary>
internal static class PageChart
{
    /// <summary>Address of the chart of a platform; null where there is nothing to draw.</summary>
    public static string? OfPlatform(Asked asked, string slug) => Of(asked, new CompareChoice { Platforms = [slug] });

    /// <summary>Address of the chart of a kind of work; null where there is nothing to draw.</summary>
    public static string? OfWork(Asked asked, TaskType work) => Of(asked, new CompareChoice { Task = work });

    private static string? Of(Asked asked, CompareChoice choice) =>
        Comparison.Of(asked.Release, choice).Telling(choice).Count == 0 ? null : asked.To("/charts/interval", choice.ToFilter());
}
