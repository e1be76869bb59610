namespace Analytics.Ingest.Tests.Steps;

/// <summary>What <see cref="PageMutations"/> salts pages with.</summary>
internal static class PageSalts
{
    public static readonly string[] Markup =
    [
        "<", ">", "</", "<!--", "-->", "--!>", "<!>", "<?x", "<![CDATA[", "]]>", "<table>", "<td>", "</table>", "<tr>", "<td colspan=999 rowspan=999>", "<template>", "</template>", "<svg>", "</svg>", "<math>",
        "<select>", "<option>", "<script>", "<style>", "<textarea>", "<title>", "<b>", "<a>", "<a href=x>", "<nobr>", "<p>", "</p>", "</br>", "<br>", "<frameset>", "<plaintext>", "<form>", "<li>", "<dd>", "<ruby><rt>",
        "<svg><foreignObject><p>", "<svg><title><p>", "<math><mi><table>", "<math><annotation-xml encoding=text/html><p>", "<table><b>", "<li><table><template><td></li></table>",
        "<a b='", "\"", "'", "=", "/", "\0", "\u2028", "\u200b", "\uFEFF", "\u202e", "<body>", "</body>", "<html>", "</html>", "<h1>", "<h2>Related articles</h2>", "<article>", "<main>", "<blockquote>", "<pre>", "<q1>",
        "<div class=post><span class=author>a</span><time>b</time>", "<div class=comment>", "<div itemprop=articleBody>", "<base href=//x>", "<meta charset=utf-16>", "<iframe>", "<noscript>", "<image>", "<isindex>",
    ];

    public static readonly string[] Elements =
    [
        "div", "span", "b", "a", "font", "p", "li", "ul", "table", "tr", "td", "template", "svg", "math", "g", "mi", "select", "button", "blockquote", "form", "h2", "article", "section", "nav", "dl", "dd", "ruby", "object",
        "x-y", "q1", "foreignObject", "desc", "caption", "details", "nobr",
    ];

    public static readonly string[] Attributes =
    [
        "=x", "=''", "=\"", " ", "class='comment related post author body'", "class=\"entry-content article-body\"", "id=comments", "itemprop='articleBody author name'", "style='display:none'", "hidden", "rowspan=65535", "colspan=-1",
        "itemtype=https://schema.org/QAPage", "href='http://[::1'", "lang=in", "role=navigation", "datetime=9999-99-99", "data-author=x", "<", "&amp",
    ];

    public static readonly string[] Entities =
    [
        "&amp", "&amp;", "&#0;", "&#x110000;", "&#xD800;", "&#99999999999999999999;", "&notit;", "&NotEqualTilde;", "&#x;", "&#", "&", "&bogus;", "&nbsp", "&shy;", "&#36;", "&#82;&#112;", "&euro;", "&frac12;", "&#8203;",
    ];

    /// <summary>Pay as people write it and as nobody would, in both languages.</summary>
    public static readonly string[] Claims =
    [
        "She earned $12.50 an hour on Prolific.", "I made $1,500 in 2 months from 40 tasks", "between $15 and $20 per hour", "$15–$20/hr", "up to US$100 a day", "about half a million dollars", "twenty-five dollars an hour", "$5 to", "$1 to $2 to $3",
        "Up to £9 per survey, paid by PayPal.", "USD 3,50 / HIT", "$.05", "$1e9", "$99999999999999999999999999999", "5$$$", "a hundred a hundred", "3.5 hours every night since January", "[x](y $5", "- $5 per task\n", "$5k", "$2M", "12 USD (about Rp190.000)",
        "Ia mendapat Rp5 juta per bulan di Toloka.", "Rp 150 ribu sampai Rp 200 ribu per hari", "1,5jt/bln", "Rp5.000.000,00", "dua ratus ribu rupiah per jam", "upah Rp2rb per tugas", "gaji Rp 5 juta per", "sekitar setengah juta", "Rp", "Rp.", "IDR 1.000.000.000.000.000",
        "mulai dari Rp10 ribu hingga", "belum menerima bayaran selama tiga minggu", "minimal penarikan $5 lewat PayPal atau DANA", "bekerja 4 jam setiap malam", "dibayar per kata Rp50", "hanya untuk warga Amerika Serikat", "ribu juta miliar ribu juta miliar", "Rp-1", "٣٠ ريال", "¥500", "€ 7 / Std.",
    ];

    public static readonly string[] Things =
    [
        "{\"@type\":\"JobPosting\",\"title\":\"T\",\"baseSalary\":{\"currency\":\"USD\",\"value\":{\"minValue\":10,\"maxValue\":\"12\",\"unitText\":\"HOUR\"}}}",
        "{\"@type\":\"JobPosting\",\"baseSalary\":1e999999,\"salaryCurrency\":[],\"validThrough\":\"9999-99-99\"}", "{\"@type\":[[\"JobPosting\"]],\"baseSalary\":{\"value\":[{\"value\":-0.0}]}}",
        "{\"@type\":\"DiscussionForumPosting\",\"text\":\"\\ud800\",\"author\":{\"name\":{\"@value\":null}}}", "{\"@type\":\"QAPage\",\"mainEntity\":{\"@type\":\"Question\",\"mainEntity\":[]}}",
        "{\"@type\":\"Article\",\"articleBody\":\"<p>&lt;p&gt;&amp;amp; $5 an hour on Prolific </p>\"}", "1e400", "null", "\"\\u0000\"", "[[[[]]]]", "{}", "{\"@graph\":", "/*", "NaN",
    ];

    public static readonly string[] Charsets =
        ["utf-8", "utf-16", "utf-16be", "utf-32", "utf-7", "iso-8859-1", "windows-1252", "gb18030", "iso-2022-jp", "hz-gb-2312", "shift_jis", "euc-kr", "x-user-defined", "replacement", "ibm037", "none", "\"", "koi8-r; q=1", "x"];

    public static readonly string[] Types = ["text/html", "text/html", "text/html", "text/html", "text/html", "text/html", "application/xhtml+xml", "text/plain", "text/xml"];
}
