using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Web.Charts;

namespace Analytics.Web.Embeds;

/// <summary>The stylesheet of embed pages in one theme, written into the page and allowed there by its hash alone.</summary>
internal sealed class EmbedStyle
{
    private static readonly FrozenDictionary<(string Theme, EmbedDrawings Drawings), EmbedStyle> All =
        (from theme in (string[])["auto", "light", "dark"] from drawings in EmbedDrawings.Sets select (theme, drawings)).ToFrozenDictionary(key => key, key => new EmbedStyle(key.theme, key.drawings));

    /// <summary>The themes by their name in addresses; the first where none is named.</summary>
    public static IReadOnlyList<string> Themes { get; } = ["auto", "light", "dark"];

    private EmbedStyle(string theme, EmbedDrawings drawings)
    {
        Css = Colours(theme) + Layout + string.Concat(drawings.All.Select((drawing, at) => Shown(drawing, drawings.All.Take(at))));
        Policy = $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'; script-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";
    }

    public string Css { get; }

    /// <summary>What a page with this stylesheet may load, and that any page may frame it: the Content-Security-Policy.</summary>
    public string Policy { get; }

    /// <param name="theme">One of <see cref="Themes"/>.</param>
    public static EmbedStyle Of(string theme, Chart chart) => All[(theme, EmbedDrawings.Of(chart))];

    private static string Colours(string theme) => theme switch
    {
        "dark" => Tokens(ChartTheme.Dark, "dark") + ChartTheme.Dark.Rules(),
        "light" => Tokens(ChartTheme.Light, "light"),
        _ => Tokens(ChartTheme.Light, "light dark") + "@media (prefers-color-scheme:dark){" + Tokens(ChartTheme.Dark, "dark") + "}" + ChartTheme.DarkRules,
    };

    private static string Tokens(ChartTheme theme, string scheme) => string.Create(CultureInfo.InvariantCulture,
        $":root{{color-scheme:{scheme};--paper:{theme[ChartColour.Paper]};--ink:{theme[ChartColour.Ink]};--quiet:{theme[ChartColour.Quiet]};--rule:{theme[ChartColour.Rule]};--accent:{theme[ChartColour.Achieved]};--mark:{theme[ChartColour.Advertised]}}}");

    // One drawing at a time: from its own width on it stands in for all that are narrower, and the page is as wide as it.
    private static string Shown(EmbedDrawing drawing, IEnumerable<EmbedDrawing> narrower)
    {
        var width = string.Create(CultureInfo.InvariantCulture, $"main{{max-width:{drawing.Widest}px}}");
        return drawing.From == 0 ? width : string.Create(CultureInfo.InvariantCulture,
            $".{drawing.Name}{{display:none}}@media (min-width:{drawing.From}px){{{width}{string.Join(',', narrower.Select(other => "." + other.Name))}{{display:none}}.{drawing.Name}{{display:block}}}}");
    }

    // A line is 20 px and what unfolds is 28 px: EmbedHeight counts with both.
    private const string Layout = """
        @font-face{font-family:"Source Sans 3";font-weight:400;font-display:swap;src:url("/fonts/source-sans-400-latin.woff2?v=20") format("woff2")}
        @font-face{font-family:"Source Sans 3";font-weight:600;font-display:swap;src:url("/fonts/source-sans-600-latin.woff2?v=20") format("woff2")}
        @font-face{font-family:"Source Serif 4";font-weight:600;font-display:swap;src:url("/fonts/source-serif-600-latin.woff2?v=20") format("woff2")}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0;padding:8px 8px 0;background:var(--paper);color:var(--ink);font:400 13px/20px "Source Sans 3","Segoe UI","Helvetica Neue",Arial,sans-serif}
        h1{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);margin:0}
        figure{margin:0 0 10px}
        main{margin-inline:auto}
        svg{display:block;width:100%;height:auto}
        .drawn{stroke-width:2}
        .bare{fill:none!important}
        p{margin:0 0 10px;color:var(--quiet);overflow-wrap:anywhere}
        a,summary{color:var(--accent)}
        a{text-underline-offset:.18em}
        p>a{display:inline-block;padding-block:2px}
        summary{cursor:pointer;font-weight:600;padding-block:4px}
        :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        .mark{border-left:4px solid var(--mark);padding-left:8px;color:var(--ink)}
        .table{overflow-x:auto;margin-bottom:10px}
        table{border-collapse:collapse;font-variant-numeric:tabular-nums}
        th,td{text-align:left;vertical-align:top;padding:4px 14px 4px 0;border-bottom:1px solid var(--rule);min-width:5em}
        thead th{border-bottom:2px solid var(--ink)}
        @media print{details{display:none}}
        @media (forced-colors:active){.f-achieved,.f-measured,.f-advertised{fill:CanvasText}.s-achieved,.s-measured,.s-advertised,.s-yardstick{stroke:CanvasText}}

        """;
}
