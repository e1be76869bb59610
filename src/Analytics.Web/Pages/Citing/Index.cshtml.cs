using Analytics.Models.Evidence;
using Analytics.Models.Observations;
using Analytics.Models.Releases;
using Analytics.Models.Releases.Datasets;
using Analytics.Web.Http;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.Shared;
using Microsoft.AspNetCore.OutputCaching;

namespace Analytics.Web.Pages.Citing;

/// <summary>How a page, a figure or the data is cited so that it stays the same, with lines of this release to copy.</summary>
[OutputCache(PolicyName = ReleaseCache.Policy)]
public sealed class IndexModel : ReleasePage
{
    /// <summary>The example: the figure of a study that most workers stand behind.</summary>
    public FigureRow? Example => Asked.Release.Release.Figures
        .Where(f => f is { Origin: OriginKind.Figure, Platform: not null } && f.Kind.Coarse() == CoarseKind.Measured && (f.PaidOnly ?? f.AllIn) is not null).MaxBy(f => f.Workers ?? 0);

    /// <summary>The comparison of this release.</summary>
    public string PageLine => Line(Text["compare.title"], "/");

    /// <summary>The dataset of this release.</summary>
    public string DataLine => Text.Fill("citing.line",
        ("title", Codebook.In(Text.Language.Code).Dataset.Name), ("release", Asked.ReleaseLine), ("address", new DatasetHead(Asked.Release.Head, SiteAddress.Of(HttpContext)).Address));

    public string FigureLine(FigureRow figure) => Text.Fill("citing.figureLine",
        ("subject", $"{Asked.Release.Release.Platform(figure.Platform!)?.Name ?? figure.Platform}, {Asked.Subject(figure)}"), ("amount", Asked.Stated(figure)), ("kind", Text.Word(figure.Kind)),
        ("age", Asked.Age(figure.When())), ("source", figure.Witnesses[0].Title), ("release", Asked.ReleaseLine), ("address", Address($"/platforms/{figure.Platform}") + $"#f-{figure.Id}"));

    private string Line(string title, string path) => Text.Fill("citing.line", ("title", title), ("release", Asked.ReleaseLine), ("address", Address(path)));

    private string Address(string path) => $"{SiteAddress.Of(HttpContext)}/{Text.Language.Code}{path}?release={Asked.Release.Head.Id}";
}
