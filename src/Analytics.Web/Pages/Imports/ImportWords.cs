using Analytics.Models.Reports.Trackers;
using Analytics.Web.Text;

namespace Analytics.Web.Pages.Imports;

/// <summary>What is said of an import in words.</summary>
internal static class ImportWords
{
    /// <summary>What is wrong and where.</summary>
    public static string Sentence(this SiteText text, TrackerProblem problem)
    {
        var what = text.Word(problem.Fault);
        if (problem.Line == 0)
            return what;
        var place = problem.Column == 0
            ? text.Fill("import.at.line", ("line", text.Figures.Number(problem.Line)))
            : text.Fill("import.at.cell", ("line", text.Figures.Number(problem.Line)), ("column", text.Figures.Number(problem.Column)));
        return $"{place}: {what}";
    }

    /// <summary>An amount to the cent, as it would be kept.</summary>
    /// <param name="none">What stands where there is none.</param>
    public static string Money(this SiteText text, decimal? amount, string? currency, string none = "–") => amount is { } value ? $"{text.Figures.Cents(value)}\u00a0{currency}" : none;

    /// <summary>A number to one decimal.</summary>
    /// <param name="none">What stands where there is none.</param>
    public static string Number(this SiteText text, decimal? number, string none = "–") => number is { } value ? text.Figures.Number(value, 1) : none;
}
