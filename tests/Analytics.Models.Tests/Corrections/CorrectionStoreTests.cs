using Analytics.Models.Corrections;
using Analytics.Models.Releases;
using Analytics.Models.Storage;
using Analytics.Models.Tests.Releases;
using Analytics.Tests.Storage;
using Dapper;
using Npgsql;
using Xunit;

namespace Analytics.Models.Tests.Corrections;

public sealed class CorrectionStoreTests(PostgresFixture postgres)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Nothing_is_public_before_the_operator_has_answered()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new CorrectionStore(database);
        var request = Correction.Receive(CorrectionWay.Error, "/platforms/mturk#f-1", "The amount \0 is of another year.", "id", Now) with { Contact = "a@b.example" };

        Assert.True(await store.ReceiveAsync(request, CancellationToken.None));
        Assert.Empty(await store.LogAsync(CancellationToken.None));
        Assert.Equal(
            new CaseState(request.Receipt, request.Id, CorrectionWay.Error, CorrectionState.Received, Now, Now.AddDays(14), null, null),
            await store.StateAsync(request.Receipt, CancellationToken.None));
        Assert.Null(await store.StateAsync(Receipt.Make(), CancellationToken.None));
        // PostgreSQL has no U+0000; all else comes back as it was sent.
        Assert.Equal([request with { Said = "The amount \ufffd is of another year." }], await store.CasesAsync(openOnly: true, CancellationToken.None));
    }

    [Fact]
    public async Task An_answer_stands_in_the_log_with_its_releases_and_a_second_takes_its_place()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new CorrectionStore(database);
        var releases = new ReleaseStore(database);
        var (first, _) = await releases.PublishAsync(ReleaseBuilder.Build(ReleaseInputs.Make()), Now, CancellationToken.None);
        var (second, _) = await releases.PublishAsync(ReleaseBuilder.Build(ReleaseInputs.Make() with { Rollups = [] }), Now, CancellationToken.None);
        var request = Correction.Receive(CorrectionWay.Error, "the first table", "It adds up wrongly.", "en", Now) with { Contact = "a@b.example" };
        await store.ReceiveAsync(request, CancellationToken.None);

        var wrong = new CorrectionAnswer(CorrectionState.Refused, "It holds.", "Itu benar.", null, null, null);
        var right = new CorrectionAnswer(CorrectionState.Corrected, "The sum was wrong.", "Jumlahnya keliru.", "/data", first.Id, second.Id);
        Assert.Null(await store.AnswerAsync(Receipt.Make(), wrong, Now, CancellationToken.None));
        Assert.Equal(CorrectionState.Refused, (await store.AnswerAsync(request.Receipt, wrong, Now.AddDays(1), CancellationToken.None))!.State);
        await store.AnswerAsync(request.Receipt, right, Now.AddDays(2), CancellationToken.None);

        Assert.Equal(
            [new PublishedCorrection(request.Id, CorrectionWay.Error, CorrectionState.Corrected, "/data", null, null, "en", Now.AddDays(1), Now.AddDays(2),
                "The sum was wrong.", "Jumlahnya keliru.", first.Id, first.Number, second.Id, second.Number)],
            await store.LogAsync(CancellationToken.None));
        Assert.Empty(await store.CasesAsync(openOnly: true, CancellationToken.None));
        await Assert.ThrowsAsync<PostgresException>(() => store.AnswerAsync(request.Receipt, right with { InRelease = "none" }, Now, CancellationToken.None));
    }

    [Fact]
    public async Task Only_an_answered_reply_is_published_in_its_own_words()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new CorrectionStore(database);
        Correction Reply(string platform, string said) => Correction.Receive(CorrectionWay.Reply, $"/platforms/{platform}", said, "en", Now) with { Platform = platform, Contact = "press@b.example" };
        var (published, refused, open, other) = (Reply("mturk", "We pay well."), Reply("mturk", "Remove this."), Reply("mturk", "Not yet."), Reply("upwork", "So do we."));
        foreach (var request in new[] { published, refused, open, other })
            await store.ReceiveAsync(request, CancellationToken.None);
        CorrectionAnswer Answer(CorrectionState state) => new(state, "Said.", "Dikatakan.", null, null, null);
        await store.AnswerAsync(published.Receipt, Answer(CorrectionState.Answered), Now, CancellationToken.None);
        await store.AnswerAsync(other.Receipt, Answer(CorrectionState.Answered), Now, CancellationToken.None);
        await store.AnswerAsync(refused.Receipt, Answer(CorrectionState.Refused), Now, CancellationToken.None);

        var reply = Assert.Single(await store.RepliesOf("mturk", CancellationToken.None));
        Assert.Equal((published.Id, "We pay well.", "mturk"), (reply.Id, reply.Reply, reply.Platform));
        Assert.Equal([null, "So do we.", "We pay well."], (await store.LogAsync(CancellationToken.None)).Select(c => c.Reply).Order());

        // Without a platform a reply cannot be kept at all.
        await Assert.ThrowsAsync<PostgresException>(() => store.ReceiveAsync(Reply("mturk", "Who?") with { Platform = null }, CancellationToken.None));
    }

    [Fact]
    public async Task Cases_are_listed_by_when_they_are_due_and_then_those_that_have_ended()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new CorrectionStore(database);
        var error = Correction.Receive(CorrectionWay.Error, "/", "an old error", "en", Now);
        var takeDown = Correction.Receive(CorrectionWay.TakeDown, "/", "a later quote", "en", Now.AddDays(5));
        var ended = Correction.Receive(CorrectionWay.TakeDown, "/", "an ended case", "en", Now);
        foreach (var request in new[] { error, takeDown, ended })
            await store.ReceiveAsync(request, CancellationToken.None);
        await store.AnswerAsync(ended.Receipt, new(CorrectionState.Answered, "Done.", "Selesai.", null, null, null), Now, CancellationToken.None);

        Assert.Equal([takeDown.Receipt, error.Receipt, ended.Receipt], (await store.CasesAsync(openOnly: false, CancellationToken.None)).Select(c => c.Receipt));
        Assert.Equal([takeDown.Receipt, error.Receipt], (await store.CasesAsync(openOnly: true, CancellationToken.None)).Select(c => c.Receipt));
        Assert.False(await store.DropAsync(ended.Receipt, CancellationToken.None));
        Assert.True(await store.DropAsync(error.Receipt, CancellationToken.None));
        Assert.Null(await store.StateAsync(error.Receipt, CancellationToken.None));
    }

    [Fact]
    public async Task A_day_brings_no_more_open_cases_than_can_be_answered()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new CorrectionStore(database);
        Correction At(DateTimeOffset when) => Correction.Receive(CorrectionWay.Error, "/", "what is wrong", "en", when);
        var first = At(Now);
        await store.ReceiveAsync(first, CancellationToken.None);
        // Side by side, as the web comes: the limit holds all the same. No more at once than there are connections, or a slow machine would let the last wait too long for one.
        var kept = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, CorrectionStore.MostOpenADay + 10), new ParallelOptions { MaxDegreeOfParallelism = 20 }, async (_, stop) =>
        {
            if (await store.ReceiveAsync(At(Now.AddMinutes(1)), stop))
                Interlocked.Increment(ref kept);
        });

        Assert.Equal(CorrectionStore.MostOpenADay - 1, kept);
        Assert.False(await store.ReceiveAsync(At(Now.AddHours(23)), CancellationToken.None));
        await store.DropAsync(first.Receipt, CancellationToken.None);
        Assert.True(await store.ReceiveAsync(At(Now.AddHours(23)), CancellationToken.None));
        Assert.True(await store.ReceiveAsync(At(Now.AddHours(25)), CancellationToken.None));
    }

    [Fact]
    public async Task What_is_private_is_forgotten_once_the_case_has_ended_long_enough_ago()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new CorrectionStore(database);
        var error = Correction.Receive(CorrectionWay.Error, "/data and my neighbour", "private words", "en", Now) with { Contact = "error@b.example" };
        var reply = Correction.Receive(CorrectionWay.Reply, "/platforms/mturk", "public words", "en", Now) with { Platform = "mturk", Contact = "reply@b.example" };
        var open = Correction.Receive(CorrectionWay.Error, "/", "still open", "en", Now) with { Contact = "open@b.example" };
        var later = Correction.Receive(CorrectionWay.Error, "/", "ended later", "en", Now) with { Contact = "later@b.example" };
        foreach (var request in new[] { error, reply, open, later })
            await store.ReceiveAsync(request, CancellationToken.None);
        var answer = new CorrectionAnswer(CorrectionState.Answered, "Done.", "Selesai.", "/data", null, null);
        await store.AnswerAsync(error.Receipt, answer, Now, CancellationToken.None);
        await store.AnswerAsync(reply.Receipt, answer, Now, CancellationToken.None);
        await store.AnswerAsync(later.Receipt, answer, Now.AddDays(2), CancellationToken.None);

        Assert.Equal(0, await store.ForgetAsync(Now, CancellationToken.None));
        Assert.Equal(2, await store.ForgetAsync(Now.AddDays(1), CancellationToken.None));
        Assert.Equal(0, await store.ForgetAsync(Now.AddDays(1), CancellationToken.None));
        var cases = (await store.CasesAsync(openOnly: false, CancellationToken.None)).ToDictionary(c => c.Receipt);
        Assert.Equal((null, null, "", "/data"), (cases[error.Receipt].Contact, cases[error.Receipt].Said, cases[error.Receipt].About, cases[error.Receipt].Page));
        Assert.Equal((null, "public words"), (cases[reply.Receipt].Contact, cases[reply.Receipt].Said));
        Assert.Equal("open@b.example", cases[open.Receipt].Contact);
        Assert.Equal("later@b.example", cases[later.Receipt].Contact);
        Assert.Equal("public words", Assert.Single(await store.RepliesOf("mturk", CancellationToken.None)).Reply);
        await using var connection = await database.ConnectAsync(CancellationToken.None);
        Assert.False(await connection.ExecuteScalarAsync<bool>("select exists (select 1 from perjam.correction c where c::text like '%neighbour%' or c::text like '%private%' or c::text like '%error@%')"));
    }
}
