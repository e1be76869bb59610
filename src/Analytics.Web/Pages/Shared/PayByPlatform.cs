using Analytics.Models;
using Analytics.Models.Rollups;

namespace Analytics.Web.Pages.Shared;

/// <summary>Platforms side by side (<c>_PayByPlatform</c>): which hours count, in which currency, the chart, and the table with the same figures.</summary>
public sealed record PayByPlatform(Asked Asked, MeasureSwitch Switch, ChartFigure? Chart, PayTable Table)
{
    /// <summary>What the choice of a currency keeps.</summary>
    public IEnumerable<(string Name, string Value)> Kept
    {
        get
        {
            if (Switch.Chosen != PayMeasure.PaidOnly)
                yield return ("measure", Term.Of(Switch.Chosen));
            if (Asked.Frozen)
                yield return ("release", Asked.Release.Head.Id);
        }
    }
}
