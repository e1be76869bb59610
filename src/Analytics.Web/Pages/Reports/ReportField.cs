namespace Analytics.Web.Pages.Reports;

/// <summary>One field of the form of a report (<c>_Field</c>), with what is wrong with it beside it.</summary>
/// <param name="HasHint">Whether words stand with it that say what belongs into it.</param>
public sealed record ReportField(ReportEntry Entry, string Name, bool HasHint)
{
    /// <summary>What can be chosen; null for a field to type into.</summary>
    public IReadOnlyList<(string Value, string Word)>? Options { get; init; }

    /// <summary>The keys that a phone shows for it.</summary>
    public string? Mode { get; init; }

    /// <summary>Id of the list that it proposes from.</summary>
    public string? List { get; init; }

    public bool Required { get; init; }

    /// <summary>Whether the hint stands above several fields.</summary>
    public bool HintElsewhere { get; init; }

    public string Label => Entry.Asked.Text[$"report.{Name}"];

    public string Hint => Entry.Asked.Text[$"report.{Name}Hint"];

    public string Value => Entry.Form[Name];

    public string? Fault => Entry.Fault(Name);

    public string? Invalid => Entry.Invalid(Name);

    public string? DescribedBy => Entry.DescribedBy(Name, HasHint);
}
