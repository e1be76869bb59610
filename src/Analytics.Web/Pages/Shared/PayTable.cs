using Analytics.Models.Releases;
using Analytics.Web.Pages.Compare;

namespace Analytics.Web.Pages.Shared;

/// <summary>The rows of a comparison as a table, each leading to its evidence (<c>_PayTable</c>).</summary>
public sealed record PayTable(Asked Asked, IReadOnlyList<ComparedFigure> Rows)
{
    /// <summary>Heads that the table can be sorted by; none where it stands in one order.</summary>
    public IReadOnlyList<SortHeader> Columns { get; init; } = [];

    /// <summary>What else is said of a row's pay, a line each: the amount in another currency, times a yardstick.</summary>
    public Func<ComparedFigure, IEnumerable<string>> Beside { get; init; } = _ => [];
}

/// <summary>Figures as a list of sentences, each leading to its evidence (<c>_FigureLines</c>).</summary>
public sealed record FigureLines(Asked Asked, IReadOnlyList<FigureRow> Figures);

/// <summary>Where the evidence of a figure stands.</summary>
internal static class EvidenceLinks
{
    public static string Evidence(this Asked asked, FigureRow figure) =>
        asked.To(figure.Platform is { } platform ? $"/platforms/{platform}" : "/platforms") + $"#f-{figure.Id}";

    public static string Evidence(this Asked asked, ComparedFigure row) => row.Figure is { } figure ? asked.Evidence(figure) : asked.To($"/platforms/{row.Platform}") + "#reports";

    /// <summary>The name of a figure's platform, or of several together.</summary>
    public static string Name(this Asked asked, FigureRow figure) =>
        asked.Release.Release.Platform(figure.Platform ?? "")?.Name ?? asked.Own(figure.Pool) ?? asked.Text["figure.platformNotNamed"];
}
