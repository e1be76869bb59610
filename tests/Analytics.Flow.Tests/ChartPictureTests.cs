using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Analytics.Tests.Storage;
using Microsoft.Playwright;
using Xunit;

namespace Analytics.Flow.Tests;

/// <summary>A chart's files as others draw them: the same picture in Chromium and in librsvg, readable without our fonts, of enough contrast in both themes.</summary>
public sealed partial class ChartPictureTests(PublishedSite published, SimulatedSite simulated, PostgresFixture postgres)
{
    // Letters are drawn by another engine: their edges differ, and nothing else may.
    private const double MostDifferent = 0.02;

    // Of a colour's 255: what somebody sees who looks from one to the other.
    private const int Visible = 64;

    /// <summary>The share of pixels of two pictures of the same size in which a colour differs visibly.</summary>
    private const string Difference = """
        async ([one, other, visible]) => {
          const read = async data => {
            const bitmap = await createImageBitmap(await (await fetch('data:image/png;base64,' + data)).blob());
            const canvas = new OffscreenCanvas(bitmap.width, bitmap.height), context = canvas.getContext('2d');
            context.drawImage(bitmap, 0, 0);
            return { width: bitmap.width, height: bitmap.height, pixels: context.getImageData(0, 0, bitmap.width, bitmap.height).data };
          };
          const [a, b] = [await read(one), await read(other)];
          if (a.width !== b.width || a.height !== b.height) throw new Error(`${a.width} x ${a.height} and ${b.width} x ${b.height}`);
          let differ = 0;
          for (let i = 0; i < a.pixels.length; i += 4)
            if (Math.max(...[0, 1, 2].map(c => Math.abs(a.pixels[i + c] - b.pixels[i + c]))) > visible) differ++;
          return differ / (a.pixels.length / 4);
        }
        """;

    /// <summary>Texts that lie on one another or run out of the drawing.</summary>
    private const string Unreadable = """
        () => {
          const drawing = document.documentElement.getBoundingClientRect();
          const texts = [...document.querySelectorAll('text')].map(text => ({ says: text.textContent, box: text.getBoundingClientRect() })).filter(t => t.says.length > 0);
          const out = texts.filter(t => t.box.right > drawing.right + 1 || t.box.left < drawing.left - 1).map(t => t.says);
          // Letters take about two thirds of the height of their line.
          const middle = box => ({ top: box.top + box.height * 0.2, bottom: box.bottom - box.height * 0.2 });
          const on = (a, b) => a.box.left < b.box.right - 1 && b.box.left < a.box.right - 1 && middle(a.box).top < middle(b.box).bottom - 1 && middle(b.box).top < middle(a.box).bottom - 1;
          texts.forEach((a, i) => texts.slice(i + 1).forEach(b => { if (on(a, b)) out.push(`${a.says} on ${b.says}`); }));
          return texts.length === 0 ? ['no text'] : out;
        }
        """;

    /// <summary>Texts of less contrast than 4.5 and marks and lines of less than 3 against the ground, by computed colours (WCAG 2.2, 1.4.3 and 1.4.11).</summary>
    private const string Faint = """
        () => {
          const rgb = colour => colour.match(/[\d.]+/g).map(Number);
          const light = colour => rgb(colour).slice(0, 3).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const contrast = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
          const faint = [];
          for (const drawing of document.querySelectorAll('svg')) {
            const paper = getComputedStyle(drawing.querySelector('rect.f-paper') ?? drawing.parentElement).fill;
            const banner = drawing.querySelector('rect.f-warning');
            for (const text of drawing.querySelectorAll('text')) {
              const ground = banner && text.closest('.f-paper') ? getComputedStyle(banner).fill : paper;
              if (contrast(getComputedStyle(text).fill, ground) < 4.5) faint.push(text.textContent);
            }
            // The grid carries no meaning; a band is told by its edges.
            for (const shape of drawing.querySelectorAll('path:not(.s-rule):not([fill-opacity])')) {
              const style = getComputedStyle(shape);
              const inks = [style.fill, style.stroke].filter(ink => ink !== 'none' && contrast(ink, paper) > 1.0001);
              if (inks.length === 0 || Math.max(...inks.map(ink => contrast(ink, paper))) < 3) faint.push(shape.outerHTML.slice(0, 120));
            }
          }
          return faint;
        }
        """;

    public static TheoryData<string, string, int> Pictures()
    {
        var pictures = new TheoryData<string, string, int>();
        foreach (var chart in ShownCharts.All)
        {
            pictures.Add(chart, "light", 760);
            pictures.Add(chart, "dark", 360);
        }

        return pictures;
    }

    [Theory, MemberData(nameof(Pictures))]
    public async Task Chromium_and_librsvg_draw_the_same(string chart, string theme, int width)
    {
        var browser = await published.ReadyAsync(postgres);
        var site = await ShownCharts.SiteAsync(chart, published, simulated, postgres);
        using var client = new HttpClient { BaseAddress = site };
        var svg = await client.GetStringAsync(ShownCharts.File(chart, "svg", FormattableString.Invariant($"theme={theme}&width={width}")));
        var size = XDocument.Parse(svg).Root!;
        // A card is no wider than it needs to be.
        var drawnWidth = (int)double.Parse(size.Attribute("width")!.Value, CultureInfo.InvariantCulture);
        Assert.InRange(drawnWidth, 320, width);
        var png = await client.GetByteArrayAsync(ShownCharts.File(chart, "png", FormattableString.Invariant($"theme={theme}&width={width}&size=1x")));
        var page = await browser.NewPageAsync(width);
        await page.SetViewportSizeAsync(drawnWidth, (int)double.Parse(size.Attribute("height")!.Value, CultureInfo.InvariantCulture));
        // A page goes on without fonts that are late; here they are waited for.
        var fonts = string.Concat(FontFace().Matches(await client.GetStringAsync("/site.css")).Select(rule => rule.Value.Replace("optional", "block", StringComparison.Ordinal)));
        // On the site's own host, whose fonts a page elsewhere may not load.
        await page.RouteAsync("**/drawn-alone", route => route.FulfillAsync(new()
        {
            ContentType = "text/html; charset=utf-8",
            Body = $"<!doctype html><title>{chart}</title><style>{fonts}body{{margin:0}}svg{{display:block}}</style>{svg}",
        }));
        await page.GotoAsync(new Uri(site, "/drawn-alone").ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.EvaluateAsync("() => document.fonts.ready.then(() => true)");
        var drawn = await page.ScreenshotAsync();
        await KeepAsync(drawn, png, chart, theme, width);
        var share = await page.EvaluateAsync<double>(Difference, new object[] { Convert.ToBase64String(drawn), Convert.ToBase64String(png), Visible });
        await page.Context.CloseAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{chart} {theme} {width}: {share:0.0000}"));
        Assert.InRange(share, 0, MostDifferent);
    }

    public static TheoryData<string, string, ColorScheme> Files()
    {
        var files = new TheoryData<string, string, ColorScheme>();
        foreach (var chart in ShownCharts.All)
        {
            files.Add(chart, "id", ColorScheme.Light);
            files.Add(chart, "en", ColorScheme.Dark);
        }

        return files;
    }

    [Theory, MemberData(nameof(Files))]
    public async Task A_file_is_readable_without_our_fonts_and_has_contrast_in_both_themes(string chart, string language, ColorScheme colours)
    {
        var browser = await published.ReadyAsync(postgres);
        var site = await ShownCharts.SiteAsync(chart, published, simulated, postgres);
        var page = await browser.NewPageAsync(800, colours);
        await page.GotoAsync(new Uri(site, ShownCharts.File(chart, "svg", $"lang={language}")).ToString());
        var (unreadable, faint) = (await page.EvaluateAsync<string[]>(Unreadable), await page.EvaluateAsync<string[]>(Faint));
        Assert.True(unreadable.Length == 0, string.Join('\n', unreadable));
        Assert.True(faint.Length == 0, string.Join('\n', faint));
        await page.Context.CloseAsync();
    }

    // For a person; no test reads them.
    private static async Task KeepAsync(byte[] drawn, byte[] png, string chart, string theme, int width)
    {
        var folder = Path.Combine(Checkout.Root, "artifacts", "screenshots", "charts");
        Directory.CreateDirectory(folder);
        var name = FormattableString.Invariant($"{string.Concat(chart.Select(c => char.IsLetterOrDigit(c) ? c : '-'))}.{theme}.{width}");
        await File.WriteAllBytesAsync(Path.Combine(folder, name + ".chromium.png"), drawn);
        await File.WriteAllBytesAsync(Path.Combine(folder, name + ".librsvg.png"), png);
    }

    [GeneratedRegex(@"@font-face\s*\{[^}]*\}")]
    private static partial Regex FontFace();
}
