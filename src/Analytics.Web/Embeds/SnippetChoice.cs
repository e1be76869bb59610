using Analytics.Web.Charts;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Text;

namespace Analytics.Web.Embeds;

/// <summary>How an editor wants a chart; the state of the builder on a chart's page, and all of it in the address.</summary>
/// <param name="Kind">frame or image.</param>
/// <param name="Hold">live or frozen.</param>
/// <param name="In">Code of the language.</param>
/// <param name="Theme">auto, light or dark.</param>
/// <param name="Width">In pixels; null for the column's own.</param>
internal sealed record SnippetChoice(string Kind, string Hold, string In, string Theme, int? Width)
{
    public const int ImageWidth = 760;

    /// <summary>Names that a chart's page takes for the builder beside those of every chart.</summary>
    public static readonly IReadOnlyList<string> Names = ["as", "hold", "in", "width"];

    public static readonly IReadOnlyList<string> Kinds = ["frame", "image"];
    public static readonly IReadOnlyList<string> Holds = ["live", "frozen"];
    public static readonly IReadOnlyList<string> Widths = ["", "320", "480", "600", "760", "1000"];

    /// <returns>Null where a value is not known, which is then told in <paramref name="faults"/>.</returns>
    public static SnippetChoice? Read(IQueryCollection query, Asked asked, IDictionary<string, string> faults)
    {
        // A page that is frozen offers a frozen chart first, one in a language the same language.
        var kind = ChartAnswers.OneOf(query, "as", Kinds, faults);
        var hold = ChartAnswers.OneOf(query, "hold", asked.Frozen ? ["frozen", "live"] : Holds, faults);
        var own = asked.Text.Language.Code;
        var language = ChartAnswers.OneOf(query, "in", [own, .. SiteLanguage.All.Select(l => l.Code).Where(code => code != own)], faults);
        var theme = ChartAnswers.OneOf(query, "theme", EmbedStyle.Themes, faults);
        var width = Asked.Chosen(query, "width") is null ? null : ChartAnswers.Width(query, ImageWidth, faults);
        return faults.Count > 0 ? null : new(kind!, hold!, language!, theme!, width);
    }

    /// <summary>The chart of a page as it is wanted: live or frozen, and in the language of the article.</summary>
    /// <returns>Null where it can no longer be read.</returns>
    public async Task<Chart?> OfAsync(HttpContext context, Chart chart)
    {
        var wanted = chart with { Asked = chart.Asked with { Frozen = Hold == "frozen", Text = SiteText.Of(SiteLanguage.Find(In)!) } };
        return (await OEmbedTarget.AtAsync(context, wanted.Embed()))?.Chart;
    }
}
