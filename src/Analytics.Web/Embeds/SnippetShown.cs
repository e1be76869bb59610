using Analytics.Web.Charts;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Text;

namespace Analytics.Web.Embeds;

/// <summary>What the builder shows: the very result, and the text to paste.</summary>
/// <param name="Site">Scheme and host.</param>
/// <param name="Chart">The chart as it is wanted; null where the latest release no longer has what was chosen.</param>
internal sealed record SnippetShown(string Site, SnippetChoice Choice, Chart? Chart)
{
    public bool IsImage => Choice.Kind == "image";

    /// <summary>Address of the embed within the site.</summary>
    public string Address => Chart!.Embed(Theme);

    public SnippetImage Image => SnippetImage.Of(Chart!, Choice.Theme, Choice.Width ?? SnippetChoice.ImageWidth);

    /// <summary>How high the frame is in this page before its chart has told.</summary>
    public int Height => Choice.Width is { } width ? EmbedHeight.At(Chart!, width) : EmbedSnippet.Highest(Chart!);

    /// <summary>The text to paste.</summary>
    public string Code => IsImage ? EmbedSnippet.Image(Site, Image) : EmbedSnippet.Frame(Site, Chart!, Theme, Choice.Width);

    /// <summary>The choices of the builder's form, in words of the page.</summary>
    public IEnumerable<Select> Choices(SiteText text) =>
    [
        Of(text, "as", Choice.Kind, SnippetChoice.Kinds), Of(text, "hold", Choice.Hold, SnippetChoice.Holds),
        new("in", text["snippet.in"], null, Choice.In, SiteLanguage.All.Select(language => (language.Code, language.OwnName))),
        Of(text, "theme", Choice.Theme, EmbedStyle.Themes),
        new("width", text["snippet.width"], null, Choice.Width?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "", Widths(text)),
    ];

    private string? Theme => Choice.Theme == EmbedStyle.Themes[0] ? null : Choice.Theme;

    private static Select Of(SiteText text, string name, string chosen, IEnumerable<string> values) =>
        new(name, text[$"snippet.{name}"], null, chosen, values.Select(value => (value, text[$"snippet.{name}.{value}"])));

    private IEnumerable<(string Value, string Word)> Widths(SiteText text)
    {
        var own = Choice.Width?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var values = own is null || SnippetChoice.Widths.Contains(own) ? SnippetChoice.Widths : [.. SnippetChoice.Widths, own];
        return values.Select(value => (value, value.Length == 0 ? text["snippet.width.column"] : $"{value} px"));
    }
}
