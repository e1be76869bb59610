using System.Text;

namespace Analytics.Ingest.Tests.Pages;

/// <summary>Broken pages without end, the same for the same seed: parts of the saved pages, cut, doubled, swapped and salted with what parsers dislike.</summary>
internal sealed class PageMutations(List<byte[]> pages, Random random)
{
    private const int LongestPage = 5_000;

    private static readonly byte[][] Salts = [.. new[]
    {
        "<", ">", "</", "<!--", "-->", "<![CDATA[", "<table>", "<td>", "</table>", "<template>", "</template>", "<svg>", "<math>", "<select>", "<script>", "<style>", "<b>", "<a>", "<p>", "</p>",
        "</br>", "<frameset>", "<plaintext>", "<form>", "<li>", "&#x110000;", "&amp", "\0", "\u2028", "<svg><foreignObject><p>", "<math><mi><table>", "<a b='", "\"", "=",
        "<body>", "</body>", "<html>", "<h1>", "<article>", "<script type=application/ld+json>{\"@graph\":[", " class=post ", " itemprop=articleBody ", "colspan=-1",
    }.Select(Encoding.UTF8.GetBytes)];

    public static PageMutations FromSavedPages(int seed) => new(
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Pages", "Saved"), "*.html").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)],
        new Random(seed));

    /// <summary>The next page, at most 5 kB.</summary>
    public byte[] Next()
    {
        var page = Part(LongestPage);
        for (var changes = random.Next(1, 12); changes > 0; changes--)
            page = Change(page);
        return page.Count > LongestPage ? [.. page.Take(LongestPage)] : [.. page];
    }

    private List<byte> Change(List<byte> page)
    {
        var at = random.Next(page.Count + 1);
        switch (random.Next(5))
        {
            case 0 when at < page.Count:
                page[at] = (byte)random.Next(256);
                break;
            case 1:
                page.RemoveRange(at, random.Next(Math.Min(200, page.Count - at) + 1));
                break;
            case 2:
                page.InsertRange(at, Part(300));
                break;
            case 3:
                var salt = Salts[random.Next(Salts.Length)];
                for (var times = 1 << random.Next(8); times > 0 && page.Count < 2 * LongestPage; times--)
                    page.InsertRange(at, salt);
                break;
            default:
                page.AddRange(Part(500));
                break;
        }

        return page;
    }

    private List<byte> Part(int longest)
    {
        var page = pages[random.Next(pages.Count)];
        var length = random.Next(Math.Min(longest, page.Length) + 1);
        return [.. page.AsSpan(random.Next(page.Length - length + 1), length)];
    }
}
