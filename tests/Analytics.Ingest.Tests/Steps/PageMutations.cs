using System.Text;

namespace Analytics.Ingest.Tests.Steps;

/// <summary>
/// Broken pages without end, the same for the same seed and number: parts of the saved pages and of claims in both languages, cut, doubled, swapped,
/// nested, salted with what parsers dislike, and told to be in another charset than they are.
/// </summary>
internal sealed class PageMutations(IReadOnlyList<byte[]> pages, int seed)
{
    private const int LongestPage = 5_000;

    public static PageMutations FromSavedPages(int seed) => new(
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Pages", "Saved"), "*.html").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)], seed);

    /// <summary>Page number <paramref name="index"/>, of at most 5 kB, with the type and charset that a server might name for it.</summary>
    public (byte[] Content, string? Type, string? Charset) Make(int index)
    {
        var random = new Random(unchecked((seed * 1_000_003) + index));
        var page = Part(random, LongestPage);
        for (var changes = random.Next(1, 12); changes > 0; changes--)
            Change(page, random);
        if (page.Count > LongestPage)
            page.RemoveRange(LongestPage, page.Count - LongestPage);
        return ([.. page], Of(random, PageSalts.Types), random.Next(4) == 0 ? Of(random, PageSalts.Charsets) : null);
    }

    private void Change(List<byte> page, Random random)
    {
        switch (random.Next(13))
        {
            case 0 when page.Count > 0:
                page[random.Next(page.Count)] = (byte)random.Next(256);
                break;
            case 1:
                var from = random.Next(page.Count + 1);
                page.RemoveRange(from, random.Next(Math.Min(200, page.Count - from) + 1));
                break;
            case 2:
                Insert(page, random, Part(random, 300));
                break;
            case 3:
                Repeat(page, random, Of(random, PageSalts.Markup), most: 256);
                break;
            case 4:
                Repeat(page, random, Of(random, PageSalts.Claims) + " ", most: 32);
                break;
            case 5:
                Repeat(page, random, Of(random, PageSalts.Entities), most: 64);
                break;
            case 6:
                Nest(page, random);
                break;
            case 7:
                AddAttributes(page, random);
                break;
            case 8:
                SwapTags(page, random);
                break;
            case 9:
                Insert(page, random, Encoding.UTF8.GetBytes("<script type=\"application/ld+json\">" + Data(random) + "</script>"));
                break;
            case 10 when random.Next(4) == 0:
                Recode(page, random);
                break;
            case 11:
                var start = random.Next(page.Count + 1);
                var slice = page.GetRange(start, random.Next(Math.Min(400, page.Count - start) + 1));
                for (var times = random.Next(1, 8); times > 0; times--)
                    Insert(page, random, slice);
                break;
            default:
                page.AddRange(Part(random, 500));
                break;
        }
    }

    private static void Insert(List<byte> page, Random random, IReadOnlyList<byte> what)
    {
        if (page.Count < 2 * LongestPage)
            page.InsertRange(random.Next(page.Count + 1), what);
    }

    private static void Repeat(List<byte> page, Random random, string what, int most)
    {
        var times = Math.Min(most, 1 << random.Next(9));
        Insert(page, random, Encoding.UTF8.GetBytes(new StringBuilder(what.Length * times).Insert(0, what, times).ToString()));
    }

    /// <summary>Puts one to 128 equal elements around a piece of the page, not always closed.</summary>
    private static void Nest(List<byte> page, Random random)
    {
        var name = Of(random, PageSalts.Elements);
        var times = 1 << random.Next(8);
        var from = random.Next(page.Count + 1);
        var to = random.Next(from, page.Count + 1);
        if (random.Next(3) > 0)
            page.InsertRange(to, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"</{name}>", times))));
        page.InsertRange(from, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"<{name}>", times))));
    }

    /// <summary>Gives one tag many attributes, each its own or all the same.</summary>
    private static void AddAttributes(List<byte> page, Random random)
    {
        var at = page.IndexOf((byte)'>', random.Next(page.Count + 1));
        if (at < 0)
            return;
        var (attribute, isOne) = (Of(random, PageSalts.Attributes), random.Next(2) == 0);
        page.InsertRange(at, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 1 << random.Next(8)).Select(i => $" {(isOne ? "" : $"a{i}")}{attribute}"))));
    }

    private static void SwapTags(List<byte> page, Random random)
    {
        for (var swaps = random.Next(1, 6); swaps > 0; swaps--)
        {
            var (first, second) = (page.IndexOf((byte)'<', random.Next(page.Count + 1)), page.IndexOf((byte)'<', random.Next(page.Count + 1)));
            for (var i = 0; first >= 0 && second >= 0 && i < 8 && Math.Max(first, second) + i < page.Count; i++)
                (page[first + i], page[second + i]) = (page[second + i], page[first + i]);
        }
    }

    // Written in another charset, or only said to be.
    private static void Recode(List<byte> page, Random random)
    {
        byte[] mark = random.Next(4) switch { 0 => [0xFF, 0xFE], 1 => [0xFE, 0xFF], 2 => [0xEF, 0xBB, 0xBF], _ => [] };
        var bytes = page.ToArray();
        page.Clear();
        page.AddRange(mark);
        page.AddRange(random.Next(3) switch
        {
            0 => Encoding.Convert(Encoding.UTF8, Encoding.Unicode, bytes),
            1 => Encoding.Convert(Encoding.UTF8, Encoding.BigEndianUnicode, bytes),
            _ => [.. Encoding.ASCII.GetBytes($"<meta charset={Of(random, PageSalts.Charsets)}>"), .. bytes],
        });
    }

    /// <summary>JSON-LD: deep, wide, cut off, or with values where things should be.</summary>
    private static string Data(Random random)
    {
        var (thing, times) = (Of(random, PageSalts.Things), 1 << random.Next(8));
        return random.Next(4) switch
        {
            0 => string.Concat(Enumerable.Repeat("{\"@graph\":[", times)) + thing,
            1 => "[" + string.Join(',', Enumerable.Repeat(thing, times)) + "]",
            2 => thing[..random.Next(thing.Length + 1)],
            _ => "{\"@type\":\"NewsArticle\",\"author\":" + thing + ",\"articleBody\":" + thing + ",\"headline\":[" + thing + "]}",
        };
    }

    private List<byte> Part(Random random, int longest)
    {
        var page = pages[random.Next(pages.Count)];
        var length = random.Next(Math.Min(longest, page.Length) + 1);
        return [.. page.AsSpan(random.Next(page.Length - length + 1), length)];
    }

    private static string Of(Random random, string[] words) => words[random.Next(words.Length)];
}
