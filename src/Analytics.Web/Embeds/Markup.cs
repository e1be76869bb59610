using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Analytics.Web.Embeds;

/// <summary>Markup written by hand. Whatever is put into it is encoded, unless it is markup itself: no value of a release or an address can become a tag.</summary>
internal static class Markup
{
    public static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The text with each value in its place; null is written as nothing.</summary>
    public static IHtmlContent Of(FormattableString text) => new HtmlFormattableString(CultureInfo.InvariantCulture, text.Format, text.GetArguments()!);

    /// <summary>One piece after another.</summary>
    public static IHtmlContent All(IEnumerable<IHtmlContent> pieces)
    {
        var all = new HtmlContentBuilder();
        foreach (var piece in pieces)
            all.AppendHtml(piece);
        return all;
    }

    public static string Write(this IHtmlContent markup)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        markup.WriteTo(text, Encoder);
        return text.ToString();
    }
}
