using System.IO.Compression;
using System.Text;
using Analytics.Ingest.Discovery;
using Analytics.Ingest.Fetching;
using Xunit;

namespace Analytics.Ingest.Tests.Discovery;

/// <summary>Lists written to hurt: refused or read as far as they are sound, quickly, and nothing outside them is touched.</summary>
public sealed class HostileListTests
{
    [Fact]
    public void Entities_that_multiply_are_never_declared()
    {
        var laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY lol0 \"lol\">");
        for (var i = 1; i < 10; i++)
            laughs.Append(System.Globalization.CultureInfo.InvariantCulture, $"<!ENTITY lol{i} \"{string.Concat(Enumerable.Repeat($"&lol{i - 1};", 10))}\">");
        var read = Lists.Read(laughs + "]><rss><channel><item><title>&lol9;</title><link>https://blog.example/a</link></item></channel></rss>");
        Assert.True(read.IsUnreadable);
        Assert.Contains("declares a document type of its own", read.Trouble, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!ENTITY x SYSTEM \"file:///etc/hostname\">")]
    [InlineData("<!ENTITY x SYSTEM \"http://127.0.0.1:9/x\">")]
    [InlineData("<!ENTITY % x SYSTEM \"http://127.0.0.1:9/x\"> %x;")]
    public void Nothing_outside_is_read(string declaration)
    {
        var read = Lists.Read($"<!DOCTYPE rss [{declaration}]><rss><channel><item><title>&x;</title><link>https://blog.example/a</link></item></channel></rss>");
        Assert.True(read.IsUnreadable);
        Assert.Contains("declares a document type of its own", read.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_type_alone_does_no_harm()
    {
        var read = Lists.Read("<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://127.0.0.1:9/rss-0.91.dtd\"><rss><channel><item><link>https://blog.example/a</link></item></channel></rss>");
        Assert.Equal((1, null), (read.Pages.Count, read.Trouble));
    }

    [Theory]
    [InlineData(50_000, 50_000, false)]
    [InlineData(50_001, 50_000, true)]
    public void Fifty_thousand_addresses_are_read_and_no_more(int written, int read, bool told)
    {
        var addresses = Enumerable.Range(0, written).Select(i => $"https://blog.example/{i}").ToList();
        foreach (var text in new[]
        {
            $"<urlset>{string.Concat(addresses.Select(a => $"<url><loc>{a}</loc></url>"))}</urlset>",
            string.Join('\n', addresses),
            $"{{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{string.Join(',', addresses.Select(a => $"{{\"url\":\"{a}\"}}"))}]}}",
        })
        {
            var list = Lists.Read(text);
            Assert.Equal((read, told), (list.Pages.Count, list.Trouble is not null));
            Assert.Equal(told ? ListReader.TooMany : null, list.Trouble);
        }
    }

    [Fact]
    public void Deep_nesting_ends_the_reading_there()
    {
        foreach (var depth in new[] { 99, 200, 1_000_000 })
        {
            var text = $"<rss><channel><item><link>https://blog.example/a</link></item>{string.Concat(Enumerable.Repeat("<a>", depth))}";
            var read = Lists.Read(text);
            Assert.Single(read.Pages);
            Assert.Equal(depth > 99, read.Trouble!.Contains("nested more than 100 deep", StringComparison.Ordinal));
        }

        Assert.Contains("broken JSON", Lists.Read("{\"version\":" + new string('[', 1_000_000)).Trouble, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Large() => new()
    {
        { "a huge title", $"<item><title>{new string('x', 9_000_000)}</title><link>https://blog.example/a</link></item>" },
        { "a huge address", $"<item><link>https://blog.example/{new string('x', 9_000_000)}</link></item><item><link>https://blog.example/a</link></item>" },
        { "many fields", $"<item><link>https://blog.example/a</link>{string.Concat(Enumerable.Repeat("<b/>", 1_000_000))}</item>" },
        { "many empty items", $"{string.Concat(Enumerable.Repeat("<item/>", 1_000_000))}<item><link>https://blog.example/a</link></item>" },
        { "many ampersands", $"<item><title>{string.Concat(Enumerable.Repeat("&nbsp;", 1_000_000))}</title><link>https://blog.example/a</link></item>" },
        { "control characters", "<item><title>\0\u0001\u000b</title><link>https://blog.example/a\0</link></item>" },
    };

    [Theory]
    [MemberData(nameof(Large))]
    public void Large_parts_are_passed_over(string what, string items)
    {
        var page = Assert.Single(Lists.Read($"<rss><channel>{items}</channel></rss>").Pages);
        Assert.Equal("https://blog.example/a", page.Address.AbsoluteUri);
        Assert.True(page.Title is null || page.Title.Length <= 300, what);
    }

    [Theory]
    [InlineData(1_000, "<item {0}>", false)]
    [InlineData(1_001, "<item {0}>", true)]
    [InlineData(300_000, "<item {0}>", true)]
    [InlineData(300_000, "<!-- ' --><![CDATA[<b ']]><?p ' ?><item {0}>", true)]
    [InlineData(300_000, "<!DOCTYPE rss [<!ENTITY q \"> <a '\">]><item {0}>", true)]
    [InlineData(300_000, "<![CDATA[<item {0}>]]><item>", false)]
    [InlineData(300_000, "<!-- <item {0}> --><item>", false)]
    public void An_element_of_many_attributes_is_not_parsed(int attributes, string written, bool refused)
    {
        var all = string.Join(' ', Enumerable.Range(0, attributes).Select(i => $"xmlns:a{i}=\">\""));
        var read = Lists.Read($"<rss><channel>{written.Replace("{0}", all, StringComparison.Ordinal)}<link>https://blog.example/a</link></item></channel></rss>");
        Assert.Equal(refused, read.Trouble?.StartsWith("is not read: ", StringComparison.Ordinal) == true);
        Assert.Equal(refused ? 0 : 1, read.Pages.Count);
    }

    [Fact]
    public void A_packed_bomb_is_not_unpacked()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(new byte[50_000_000]);
        Assert.Contains("times its size", Lists.Read(packed.ToArray()).Trouble, StringComparison.Ordinal);
        Assert.Contains("not the gzip", Lists.Read([0x1f, 0x8b, .. Enumerable.Repeat((byte)7, 100)]).Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deadline_ends_it_and_a_stop_is_obeyed()
    {
        var reader = new ListReader(new FetchRules { Contact = "" }, TimeSpan.Zero, TimeProvider.System);
        Assert.Contains("took longer than 0 s", reader.Read("<rss><channel/></rss>"u8.ToArray(), null, Lists.Address, CancellationToken.None).Trouble, StringComparison.Ordinal);
        Assert.ThrowsAny<OperationCanceledException>(() => reader.Read("<rss><channel/></rss>"u8.ToArray(), null, Lists.Address, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Any_change_to_a_list_leaves_it_readable_or_told()
    {
        const string Feed = "<rss xmlns:dc=\"d\"><channel><item><title>A &amp; B</title><link>https://blog.example/a</link><dc:date>2025-01-02T03:04:05Z</dc:date></item></channel></rss>";
        var random = new Random(20261122);
        for (var i = 0; i < 5_000; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(Feed).ToList();
            for (var n = random.Next(1, 6); n > 0; n--)
            {
                var at = random.Next(bytes.Count);
                switch (random.Next(3))
                {
                    case 0: bytes[at] = (byte)random.Next(256); break;
                    case 1: bytes.RemoveAt(at); break;
                    default: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(40), bytes.Count - at))); break;
                }
            }

            var read = Lists.Read([.. bytes]);
            Assert.All(read.Pages, p => Assert.True(p.Address.Scheme is "http" or "https"));
            Assert.True(read.Trouble is null || read.Trouble.Length < 500);
        }
    }
}
