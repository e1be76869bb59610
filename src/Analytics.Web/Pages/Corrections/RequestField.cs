using Analytics.Web.Text;

namespace Analytics.Web.Pages.Corrections;

/// <summary>A field that somebody types into, with what is wrong with it beside it (<c>Field</c>).</summary>
/// <param name="Hint">What belongs into it, and what becomes of it.</param>
/// <param name="Fault">What is wrong with what was typed; null for nothing.</param>
public sealed record RequestField(SiteText Text, string Name, string Label, string Hint, string Value, string? Fault, bool Required)
{
    /// <summary>Lines of a field for longer text; null for one line.</summary>
    public int? Rows { get; init; }

    /// <summary>What the browser may fill in.</summary>
    public string Complete { get; init; } = "off";

    /// <summary>Ids of what describes the field.</summary>
    public string DescribedBy => Fault is null ? $"{Name}-hint" : $"{Name}-fault {Name}-hint";

    public string? Invalid => Fault is null ? null : "true";
}
