using Analytics.Models;
using Analytics.Models.Platforms;
using Analytics.Web.Pages.Compare;

namespace Analytics.Web.Pages.Shared;

/// <summary>Where one goes on from a page about a kind of work or a country (<c>_Onward</c>): what one would earn oneself, and the comparison.</summary>
/// <param name="Country">ISO 3166 two-letter code.</param>
public sealed record Onward(Asked Asked, TaskType? Task, string? Country)
{
    public string Estimate => Asked.To("/estimate", Choice);

    public string Compare => Asked.To("/", Choice);

    private (string, string?)[] Choice => new CompareChoice { Task = Task, Country = Country }.ToFilter();
}
