using System.Text;
using Analytics.Ingest.Fetching;
using Xunit;

namespace Analytics.Ingest.Tests.Fetching;

public sealed class CharsetTests
{
    static CharsetTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string?, string, string> Cases => new()
    {
        // bytes written as, HTTP says, head, expected beginning
        { "utf-8", null, "\uFEFFé", "é" },
        { "utf-16", "iso-8859-1", "\uFEFFé", "é" },
        { "utf-16BE", null, "\uFEFFé", "é" },
        { "utf-8", "utf-8", "<meta charset=windows-1252>é", "<meta charset=windows-1252>é" },
        { "windows-1252", "iso-8859-1", "€é", "€é" },
        { "windows-1252", "latin1", "€é", "€é" },
        { "utf-8", null, "<meta charset=\"utf-8\">é", "<meta charset=\"utf-8\">é" },
        { "utf-8", null, "<META http-equiv=Content-Type content='text/html; charset=UTF-8'>é", "<META http-equiv=Content-Type content='text/html; charset=UTF-8'>é" },
        { "windows-1252", null, "<!-- <meta charset=utf-8> -->é", "<!-- <meta charset=utf-8> -->é" },
        { "utf-8", null, "<meta charset=utf-16>é", "<meta charset=utf-16>é" },
        { "shift_jis", null, "<meta charset=shift_jis>時給", "<meta charset=shift_jis>時給" },
        { "gb18030", "gb2312", "小时", "小时" },
        { "koi8-r", "koi8-r", "час", "час" },
        { "windows-1251", null, "<?xml version=\"1.0\" encoding=\"windows-1251\"?>час", "<?xml version=\"1.0\" encoding=\"windows-1251\"?>час" },
        { "windows-1252", null, "café €", "café €" },
        { "utf-8", null, "<meta charset=windows-1252>é", "<meta charset=windows-1252>Ã©" },
        { "utf-8", null, "<meta charset=windows-1252>" + new string('é', 20), "<meta charset=windows-1252>" + new string('é', 20) },
        { "utf-8", null, "café €", "café €" },
        { "windows-1252", "no-such-charset", "café", "café" },
        { "windows-1252", "utf-7", "café +ADw-", "café +ADw-" },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Decodes_by_the_standard_order(string written, string? http, string text, string expected) =>
        Assert.Equal(expected, Charset.Decode(Encoding.GetEncoding(written).GetBytes(text), http));

    [Fact]
    public void A_declaration_after_1024_bytes_is_not_seen()
    {
        var late = new string(' ', 1_024) + "<meta charset=koi8-r>";
        Assert.EndsWith("é", Charset.Decode([.. Encoding.ASCII.GetBytes(late), 0xE9], null), StringComparison.Ordinal);
    }
}
