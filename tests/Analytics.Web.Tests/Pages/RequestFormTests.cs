using Analytics.Models.Corrections;
using Analytics.Web.Pages.Corrections;
using Analytics.Web.Releases;
using Analytics.Web.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Analytics.Web.Tests.Pages;

/// <summary>What is typed into a request, value by value.</summary>
public sealed class RequestFormTests
{
    private static readonly SiteText English = SiteText.Of(SiteLanguage.English);
    private static readonly SiteText Indonesian = SiteText.Of(SiteLanguage.Indonesian);
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);
    private static readonly RequestForm Error = new(CorrectionWay.Error, "/data", "", "The sum is wrong.", "", "");
    private static readonly RequestForm Reply = new(CorrectionWay.Reply, "", "mturk", "We pay more than that.", "press@mturk.example", "");

    [Fact]
    public void A_whole_form_has_no_fault()
    {
        Assert.Empty(Faults(Error));
        Assert.Empty(Faults(Reply));
        Assert.Empty(Faults(Error with { Way = CorrectionWay.TakeDown, Said = new string('x', 4_000), About = new string('x', 300), Contact = new string('x', 200) }));
    }

    [Fact]
    public void Each_field_has_its_own_sentence()
    {
        Is(Error with { About = "" }, "about", "Say which page or figure it is about.");
        Is(Error with { About = new string('x', 301) }, "about", "This has 301 characters; at most 300 fit.");
        Is(Error with { Said = "wrong" }, "said", "Write at least 10 characters, so that we know what you mean.");
        Is(Error with { Said = new string('x', 4_001) }, "said", "This has 4,001 characters; at most 4,000 fit.");
        Is(Error with { Contact = new string('x', 201) }, "contact", "This has 201 characters; at most 200 fit.");
        Is(Error with { Trap = "https://gold.example/" }, "website", "This field is there to catch programs. Empty it and send again.");
        Is(Reply with { Platform = "" }, "platform", "Choose the platform that you speak for.");
        Is(Reply with { Platform = "nobody" }, "platform", "This platform is not known here; choose one of the list.");
        Is(Reply with { Contact = "" }, "contact", "Give an address by which we can make sure that the reply is the platform’s.");
        Assert.Equal("Panjangnya 4.001 karakter; paling banyak 4.000.", (Error with { Said = new string('x', 4_001) }).Faults(Indonesian, _ => true)["said"]);
        Assert.Equal(["about", "said", "website"], Faults(new(CorrectionWay.TakeDown, "", "", "", "", "x")).Keys);
        Assert.Equal(["platform", "said", "contact"], Faults(new(CorrectionWay.Reply, "", "", "", "", "")).Keys);
    }

    [Fact]
    public void What_was_sent_is_read_without_control_characters()
    {
        var form = RequestForm.Read(CorrectionWay.Error, new FormCollection(new Dictionary<string, StringValues>
        {
            ["about"] = " /data\nand\u001b[31m more ",
            ["said"] = "\r\nFirst line.\r\n\r\nSecond\0 line.\t\u0085 ",
            ["contact"] = "a@b.example\r\nBcc: all",
        }));
        Assert.Equal(new RequestForm(CorrectionWay.Error, "/data and [31m more", "", "First line.\n\nSecond  line.", "a@b.example Bcc: all", ""), form);
        Assert.Equal(new RequestForm(CorrectionWay.Error, "", "", "", "", ""), RequestForm.Read(CorrectionWay.Error, new FormCollection([])));
    }

    [Fact]
    public void A_request_keeps_what_its_way_needs_and_no_more()
    {
        var error = (Error with { About = "HTTP://localhost/id/platforms/mturk?currency=IDR#f-1", Platform = "upwork", Contact = "a@b.example" }).Request("http://localhost", SiteLanguage.Indonesian, Now);
        Assert.Equal((CorrectionWay.Error, "/platforms/mturk#f-1", null, "a@b.example", "id", Now.AddDays(14)), (error.Way, error.Page, error.Platform, error.Contact, error.Language, error.DueAt));
        Assert.Equal(("/platforms/mturk", "mturk"), Reply.Request("http://localhost", SiteLanguage.English, Now) is var reply ? (reply.Page, reply.Platform) : default);
        var elsewhere = (Error with { About = "http://elsewhere.example/data" }).Request("http://localhost", SiteLanguage.English, Now);
        Assert.Equal((null, "http://elsewhere.example/data", null), (elsewhere.Page, elsewhere.About, elsewhere.Contact));
    }

    [Theory]
    [InlineData("/en/platforms/mturk#f-1", "mturk")]
    [InlineData("/platforms/nobody", "")]
    [InlineData("/data", "")]
    [InlineData(null, "")]
    public void A_reply_begun_from_a_platforms_page_has_the_platform_chosen(string? about, string platform)
    {
        var form = RequestForm.Empty(CorrectionWay.Reply, about, new ShownRelease(SampleRelease.Make()));
        Assert.Equal((about ?? "", platform), (form.About, form.Platform));
    }

    private static IReadOnlyDictionary<string, string> Faults(RequestForm form) => form.Faults(English, slug => slug == "mturk");

    private static void Is(RequestForm form, string field, string sentence) => Assert.Equal([new(field, sentence)], Faults(form));
}
