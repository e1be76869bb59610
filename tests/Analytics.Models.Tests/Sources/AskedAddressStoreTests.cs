using Analytics.Models.Sources;
using Analytics.Tests.Storage;
using Xunit;

namespace Analytics.Models.Tests.Sources;

public sealed class AskedAddressStoreTests(PostgresFixture postgres)
{
    private const string Address = "https://pay.example.org/article";
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_address_waits_once_however_often_it_is_asked_for()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new AskedAddressStore(database);
        Task<AskAnswer> AskAsync(double hours) => store.AskAsync(Address, Now.AddHours(hours), CancellationToken.None);

        Assert.Null(await store.FindAsync(Address, CancellationToken.None));
        Assert.Equal([AskAnswer.Waits, AskAnswer.Waits, AskAnswer.Waits], [await AskAsync(0), await AskAsync(1), await AskAsync(23)]);
        Assert.Equal(new AskedAddress(Address, Now, Now, 1, null, null), await store.FindAsync(Address, CancellationToken.None));
        Assert.Equal(AskAnswer.Waits, await AskAsync(24));
        Assert.Equal(new AskedAddress(Address, Now, Now.AddDays(1), 2, null, null), await store.FindAsync(Address, CancellationToken.None));
        Assert.Equal([Address], await store.WaitingAsync(CancellationToken.None));
    }

    [Fact]
    public async Task What_was_tried_rests_and_may_then_be_asked_for_again()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new AskedAddressStore(database);
        await store.AskAsync(Address, Now, CancellationToken.None);
        await store.MarkAsync(Address, "robots-disallow", Now.AddHours(13), CancellationToken.None);

        Assert.Empty(await store.WaitingAsync(CancellationToken.None));
        var tried = await store.FindAsync(Address, CancellationToken.None);
        Assert.Equal(("robots-disallow", Now.AddHours(13), false), (tried!.Outcome, tried.TriedAt, tried.IsFetched));
        Assert.Equal(AskAnswer.Tried, await store.AskAsync(Address, Now.AddDays(7), CancellationToken.None));
        Assert.Equal(tried, await store.FindAsync(Address, CancellationToken.None));

        Assert.Equal(AskAnswer.Waits, await store.AskAsync(Address, Now.AddDays(8), CancellationToken.None));
        Assert.Equal(new AskedAddress(Address, Now, Now.AddDays(8), 2, null, null), await store.FindAsync(Address, CancellationToken.None));
        Assert.Equal([Address], await store.WaitingAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_day_takes_so_many_addresses_and_no_more_also_when_all_ask_at_once()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new AskedAddressStore(database);
        var answers = await Task.WhenAll(Enumerable.Range(0, AskedAddressStore.MostInDay + 20).Select(i => store.AskAsync($"{Address}/{i}", Now, CancellationToken.None)));

        Assert.Equal(20, answers.Count(a => a == AskAnswer.Full));
        var waiting = await store.WaitingAsync(CancellationToken.None);
        Assert.Equal(AskedAddressStore.MostInDay, waiting.Count);
        Assert.Equal(AskAnswer.Waits, await store.AskAsync(waiting[0], Now.AddHours(1), CancellationToken.None));
        Assert.Equal(AskAnswer.Full, await store.AskAsync(Address, Now.AddHours(23), CancellationToken.None));
        Assert.Equal(AskAnswer.Waits, await store.AskAsync(Address, Now.AddHours(24), CancellationToken.None));
    }

    [Theory]
    [InlineData("https://example.org/a?utm_source=x&b=2#c", "https://example.org/a?b=2")]
    [InlineData("HTTP://EXAMPLE.org:80/%c3%a9", "http://example.org/%C3%A9")]
    [InlineData("https://münchen.example.org/", "https://münchen.example.org/")]
    [InlineData("https://1.1.1.1/", "https://1.1.1.1/")]
    public void A_public_page_is_taken_in_its_one_spelling(string text, string spelt) => Assert.Equal((spelt, (AddressFault?)null), ReaderAddress.Read(text));

    [Theory]
    [InlineData("http://127.0.0.1/", AddressFault.NotPublic)]
    [InlineData("http://0x7f.1/", AddressFault.NotPublic)]
    [InlineData("http://2130706433/", AddressFault.NotPublic)]
    [InlineData("http://192.168.1.1/", AddressFault.NotPublic)]
    [InlineData("http://169.254.169.254/latest/meta-data", AddressFault.NotPublic)]
    [InlineData("http://[::1]/", AddressFault.NotPublic)]
    [InlineData("http://[::ffff:10.0.0.1]/", AddressFault.NotPublic)]
    [InlineData("http://localhost/", AddressFault.NotPublic)]
    [InlineData("http://a.localhost/", AddressFault.NotPublic)]
    [InlineData("http://intranet/", AddressFault.NotPublic)]
    [InlineData("http://db.internal/", AddressFault.NotPublic)]
    [InlineData("http://example.org./", AddressFault.NotPublic)]
    [InlineData("https://user@example.org/", AddressFault.UserName)]
    [InlineData("https://example.org:8443/", AddressFault.Port)]
    [InlineData("ftp://example.org/", AddressFault.NotAnAddress)]
    [InlineData("javascript:alert(1)", AddressFault.NotAnAddress)]
    [InlineData("http://", AddressFault.NotAnAddress)]
    [InlineData("https:///x", AddressFault.NotAnAddress)]
    [InlineData("", AddressFault.NotAnAddress)]
    public void What_is_no_public_page_is_not(string text, AddressFault fault) => Assert.Equal((null, fault), ReaderAddress.Read(text));

    [Fact]
    public void An_address_longer_than_any_is_none() =>
        Assert.Equal((null, AddressFault.NotAnAddress), ReaderAddress.Read("https://example.org/" + new string('é', 900)));

    [Theory]
    [InlineData("https://www.example.org/a/", "example.org/a")]
    [InlineData("http://example.org/a", "example.org/a")]
    [InlineData("https://example.org/", "example.org")]
    [InlineData("https://example.org/a?b=c/", "example.org/a?b=c")]
    [InlineData("file:saved.html", "file:saved.html")]
    public void Spellings_of_one_page_fold_into_one(string spelt, string folded) => Assert.Equal(folded, ReaderAddress.Folded(spelt));
}
