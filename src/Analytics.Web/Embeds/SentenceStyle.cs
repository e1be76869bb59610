using System.Security.Cryptography;
using System.Text;
using Analytics.Web.Charts;

namespace Analytics.Web.Embeds;

/// <summary>The look of a sentence's page: written into it, so that it needs no other file, and allowed by its hash alone.</summary>
internal static class SentenceStyle
{
    /// <summary>The style sheet, as it stands in the page.</summary>
    public static readonly string Rules = string.Concat(
        ":root{color-scheme:light dark;", Colours(ChartTheme.Light), "}",
        "@media (prefers-color-scheme:dark){:root{", Colours(ChartTheme.Dark), "}}",
        "*{box-sizing:border-box}",
        "body{margin:0;background:var(--paper);color:var(--ink);font:400 1rem/1.5 \"Source Sans 3\",\"Segoe UI\",\"Helvetica Neue\",Arial,sans-serif;overflow-wrap:anywhere}",
        "main{max-width:40rem;margin:0 auto;padding:.75rem 1rem}",
        "h1{margin:0 0 .5rem;font-size:.875rem;font-weight:600;line-height:1.3;color:var(--quiet)}",
        "blockquote{margin:0 0 .5rem}",
        "#sentence{margin:0;font:600 1.0625rem/1.4 \"Source Serif 4\",Georgia,\"Times New Roman\",serif}",
        ".mark,.source{margin:0 0 .5rem;font-size:.875rem;line-height:1.4}",
        ".mark{padding:.1rem 0 .1rem .6rem;border-left:.25rem solid var(--advertised)}",
        ".mark.strong{border-color:var(--warning)}.mark.strong strong{color:var(--warning)}",
        ".source{color:var(--quiet)}",
        "a{color:var(--achieved);text-underline-offset:.18em}",
        "a:focus-visible{outline:3px solid var(--achieved);outline-offset:2px}");

    /// <summary>What the page may load: nothing; and who may frame it: anybody.</summary>
    public static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Rules)))}'; base-uri 'none'; form-action 'none'; frame-ancestors *";

    private static string Colours(ChartTheme theme) => string.Concat(
        Enum.GetValues<ChartColour>().Where(colour => colour is not (ChartColour.Rule or ChartColour.Measured or ChartColour.Yardstick)).Select(colour => $"--{colour.ClassName()}:{theme[colour]};"));
}
