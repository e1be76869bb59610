using System.Globalization;

namespace Analytics.Benchmarks;

/// <summary>
/// What a published page carries around its text and own-written test pages leave out: style sheets and scripts in the page, menus, cards that announce
/// other pages, icons, a footer. Made from a seed; about 110 kB a page, between 45 and 165, with
/// some 900 elements. 77 saved pages of the web over 20 kB were counted to choose this: 109 kB on average (half of them between 62 and 126), 915 elements,
/// a quarter scripts, styles and icons.
/// </summary>
internal sealed class PageSurroundings(Random random)
{
    private static readonly string[] Words =
        "market weather council harbour season travel review guide price update local city team photo video garden school health sport food night river bridge street culture letter".Split(' ');

    /// <summary><paramref name="page"/> as a site would serve it.</summary>
    public string Around(string page)
    {
        var size = random.Next(2, 6);
        var head = $"<style>{Many(60 * size, Style)}</style><script>{Many(80 * size, Script)}</script>";
        var top = $"<header class=\"site-header\"><nav class=\"main-nav\">{Many(4 * size, _ => Menu(random.Next(6, 15)))}</nav>{Many(4 * size, _ => Icon())}</header>";
        var end = $"<aside class=\"sidebar\">{Many(10 * size, Card)}</aside><div class=\"related-posts\">{Many(12 * size, Card)}</div>"
            + $"<footer class=\"site-footer\">{Many(4 * size, _ => Menu(8))}</footer><script>{Many(60 * size, Script)}</script>";
        page = Before(page, "</head>", head);
        var body = page.IndexOf("<body", StringComparison.OrdinalIgnoreCase);
        page = body < 0 ? top + page : page.Insert(page.IndexOf('>', body) + 1, top);
        return page.Contains("</body>", StringComparison.OrdinalIgnoreCase) ? Before(page, "</body>", end) : page + end;
    }

    private static string Before(string page, string tag, string what)
    {
        var at = page.IndexOf(tag, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? page : page.Insert(at, what);
    }

    private string Style(int i) => Write($".{Word()}-{Word()}{i}{{margin:0 {random.Next(40)}px;color:#{random.Next(0x1000000):x6};display:flex}}\n");

    private string Script(int i) => Write($"window.{Word()}{i}=function(a,b){{if(a<b&&b>{i}){{return a+'</'+'div>'}}return b}};\n");

    private string Menu(int items) =>
        $"<ul class=\"menu\">{Many(items, i => Write($"<li class=\"menu-item menu-item-{i}\"><a href=\"/{Word()}/{Word()}-{i}\" data-track=\"nav-{i}\">{Text(2)}</a></li>"))}</ul>";

    private string Card(int i) => Write($"""
        <div class="card teaser related-card"><a href="/{Word()}/{i}"><img src="/i/{i}.jpg" srcset="/i/{i}-320.jpg 320w, /i/{i}-640.jpg 640w" alt="{Text(4)}" loading="lazy" width="320" height="180"></a>
        <h3 class="card__title"><a href="/{Word()}/{i}">{Text(8)}</a></h3><p class="card__meta"><span class="date">{random.Next(1, 29)} March 2025</span></p></div>
        """);

    private string Icon() => $"<svg viewBox=\"0 0 24 24\"><path d=\"{Many(30, _ => Write($"M{random.Next(25)} {random.Next(25)}l{random.Next(9)} {random.Next(9)}"))}\"/></svg>";

    private string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word()));

    private string Word() => Words[random.Next(Words.Length)];

    private static string Many(int times, Func<int, string> make) => string.Concat(Enumerable.Range(0, times).Select(make));

    private static string Write(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
