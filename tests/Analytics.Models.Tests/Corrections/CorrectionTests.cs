using Analytics.Models.Corrections;
using Xunit;

namespace Analytics.Models.Tests.Corrections;

public sealed class CorrectionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(CorrectionWay.TakeDown, 3)]
    [InlineData(CorrectionWay.Reply, 7)]
    [InlineData(CorrectionWay.Error, 14)]
    public void A_request_is_due_when_its_way_promises(CorrectionWay way, int days)
    {
        var request = Correction.Receive(way, "the page", "what is wrong", "en", Now);
        Assert.Equal(Now.AddDays(days), request.DueAt);
        Assert.False(request.IsOverdue(request.DueAt));
        Assert.True(request.IsOverdue(request.DueAt.AddSeconds(1)));
        Assert.False((request with { State = CorrectionState.Answered }).IsOverdue(request.DueAt.AddSeconds(1)));
    }

    [Theory]
    [InlineData("/platforms/mturk", "/platforms/mturk")]
    [InlineData(" /en/platforms/mturk?currency=IDR&release=a1#f-09ab ", "/platforms/mturk#f-09ab")]
    [InlineData("/id/methods/model-card/", "/methods/model-card")]
    [InlineData("/id/", "/")]
    [InlineData("/en#log", "/#log")]
    [InlineData("/", "/")]
    [InlineData("/idea", "/idea")]
    [InlineData("the page about MTurk", null)]
    [InlineData("https://elsewhere.example/platforms/mturk", null)]
    [InlineData("//elsewhere.example/", null)]
    [InlineData("/platforms/<b>", null)]
    [InlineData("/a b", null)]
    [InlineData("", null)]
    public void A_page_of_the_site_is_told_from_other_words(string about, string? page) => Assert.Equal(page, Correction.PageOf(about));

    [Fact]
    public void Receipts_are_drawn_and_found_however_they_are_typed()
    {
        var receipts = Enumerable.Range(0, 1000).Select(_ => Receipt.Make()).ToList();
        Assert.Equal(1000, receipts.Distinct().Count());
        Assert.All(receipts, r => Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$", r));
        Assert.All(receipts, r => Assert.Equal(r, Receipt.Find(r.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal))));
        Assert.Equal("1001-10AB-CDEF", Receipt.Find("loolioabcdef"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("report")]
    [InlineData("7KQ2-XD9M-40T")]
    [InlineData("7KQ2-XD9M-40TB1")]
    [InlineData("7KQ2-XD9M-40TU")]
    [InlineData("7KQ2-XD9M-40T'")]
    public void What_is_no_receipt_is_none(string? typed) => Assert.Null(Receipt.Find(typed));

    [Fact]
    public void The_public_name_does_not_lead_to_the_receipt()
    {
        var request = Correction.Receive(CorrectionWay.Error, "/", "what is wrong", "en", Now);
        Assert.DoesNotContain(request.Id, request.Receipt.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.Matches("^[0-9a-f]{10}$", request.Id);
    }
}
