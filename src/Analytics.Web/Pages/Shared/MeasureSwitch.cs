using Analytics.Models;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.Compare;

namespace Analytics.Web.Pages.Shared;

/// <summary>Links that change which hours are counted, and what that means (<c>_MeasureSwitch</c>).</summary>
/// <param name="Path">Address of the page after the language.</param>
public sealed record MeasureSwitch(Asked Asked, string Path, PayMeasure Chosen)
{
    public IEnumerable<(string Word, string Href, bool Here)> Ways() => Enum.GetValues<PayMeasure>().Select(measure => (
        Asked.Text.Word(measure),
        Asked.To(Path, new CompareChoice { Measure = measure }.ToFilter()) + "#pay",
        measure == Chosen));

    public string Meaning => Asked.Text[$"compare.explain.{Term.Of(Chosen)}"];
}
