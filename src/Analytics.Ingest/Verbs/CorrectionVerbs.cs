using System.CommandLine;
using Analytics.Models;
using Analytics.Models.Corrections;

namespace Analytics.Ingest.Verbs;

/// <summary><c>corrections list</c>, <c>corrections answer RECEIPT</c>, <c>corrections drop RECEIPT</c>: what readers, platforms and those quoted ask for.</summary>
internal static class CorrectionVerbs
{
    private const int LongestSentence = 1_000;

    public static Command Create(CommonOptions common, Terminal terminal) =>
        new("corrections", "List and answer requests for correction, replies and take-downs.") { List(common, terminal), Answer(common, terminal), Drop(common, terminal) };

    private static Command List(CommonOptions common, Terminal terminal)
    {
        var open = new Option<bool>("--open") { Description = "Only those without an answer." };
        var list = new Command("list", "List the requests, those due first; overdue ones are marked. Contact and text are private.") { open };
        list.SetAction(async (parsed, stop) =>
        {
            await using var session = await common.OpenAsync(parsed, terminal, stop);
            var now = session.Options.Time.GetUtcNow();
            foreach (var found in await session.Corrections.CasesAsync(parsed.GetValue(open), stop))
            {
                if (common.Json(parsed))
                    terminal.AnswerJson(new Listed(found, found.IsOverdue(now)));
                else
                    terminal.Answer(Line(found, now));
            }

            return 0;
        });
        return list;
    }

    private static Command Answer(CommonOptions common, Terminal terminal)
    {
        var receipt = ReceiptArgument();
        var state = new Option<string>("--state") { Required = true, Description = "corrected, answered (no figure changes; a platform's reply is published) or refused." };
        var english = new Option<string>("--english") { Required = true, Description = "The public sentence in English." };
        var indonesian = new Option<string>("--indonesian") { Required = true, Description = "The same in Indonesian." };
        var page = new Option<string?>("--page") { Description = "The page to name in the log, such as /platforms/mturk; default the one that the sender named." };
        var since = new Option<string?>("--since") { Description = "Id of the first release that had it wrong." };
        var release = new Option<string?>("--release") { Description = "Id of the first release that has it right; default for corrected: the latest." };
        var answer = new Command("answer", "Answer a request; from then on the answer is public. A second answer takes the place of the first.")
            { receipt, state, english, indonesian, page, since, release };
        answer.SetAction(async (parsed, stop) =>
        {
            var number = Read(parsed.GetValue(receipt));
            var given = new CorrectionAnswer(
                State(parsed.GetValue(state)), Sentence("--english", parsed.GetValue(english)), Sentence("--indonesian", parsed.GetValue(indonesian)),
                Page(parsed.GetValue(page)), parsed.GetValue(since), parsed.GetValue(release));
            if (given is { State: not CorrectionState.Corrected, InRelease: not null })
                throw new WrongUseException("--release belongs to --state corrected.");
            await using var session = await common.OpenAsync(parsed, terminal, stop);
            given = await WithReleasesAsync(session, given, stop);
            var changed = await session.Corrections.AnswerAsync(number, given, session.Options.Time.GetUtcNow(), stop) ?? throw Unknown(number);
            if (common.Json(parsed))
                terminal.AnswerJson(changed);
            else
                terminal.Answer($"{changed.Receipt} is {Term.Of(changed.State)} and stands in the public log as #c-{changed.Id}.");
            return 0;
        });
        return answer;
    }

    private static Command Drop(CommonOptions common, Terminal terminal)
    {
        var receipt = ReceiptArgument();
        var drop = new Command("drop", "Delete an open request that is none, such as an advert; nothing is published.") { receipt };
        drop.SetAction(async (parsed, stop) =>
        {
            var number = Read(parsed.GetValue(receipt));
            await using var session = await common.OpenAsync(parsed, terminal, stop);
            if (!await session.Corrections.DropAsync(number, stop))
                throw Unknown(number, "open ");
            terminal.Answer($"{number} is deleted.");
            return 0;
        });
        return drop;
    }

    private static Argument<string> ReceiptArgument() => new("receipt") { Description = "The receipt, such as 7KQ2-XD9M-40TB." };

    private static string Read(string? receipt) =>
        Receipt.Find(receipt) ?? throw new WrongUseException($"'{receipt}' is no receipt; one looks like 7KQ2-XD9M-40TB.");

    private static CorrectionState State(string? word) => Term.Find<CorrectionState>(word) is { } state and not CorrectionState.Received ? state
        : throw new WrongUseException($"--state '{word}' is none of corrected, answered, refused.");

    private static string Sentence(string option, string? text) => text?.Trim() switch
    {
        null or "" => throw new WrongUseException($"{option} is empty; it takes the sentence that the log shows."),
        { Length: > LongestSentence } => throw new WrongUseException($"{option} has more than {LongestSentence} characters."),
        var sentence => sentence,
    };

    private static string? Page(string? page) => page is null ? null
        : Correction.PageOf(page) ?? throw new WrongUseException($"--page '{page}' is no page of the site; one looks like /platforms/mturk.");

    private static async Task<CorrectionAnswer> WithReleasesAsync(Session session, CorrectionAnswer given, CancellationToken stop)
    {
        var releases = await session.Releases.ListAsync(stop);
        foreach (var id in new[] { given.SinceRelease, given.InRelease }.OfType<string>())
        {
            if (releases.All(r => r.Id != id))
                throw new WrongUseException($"There is no release '{id}'. The verb release list lists them.");
        }

        return given.State == CorrectionState.Corrected ? given with { InRelease = given.InRelease ?? (releases is [var latest, ..] ? latest.Id : null) } : given;
    }

    private static WrongUseException Unknown(string receipt, string kind = "") =>
        new($"There is no {kind}request {receipt}. The verb corrections list lists them.");

    private static string Line(Correction found, DateTimeOffset now) => string.Join('\t',
        found.Receipt, Term.Of(found.Way),
        found.State != CorrectionState.Received ? $"{Term.Of(found.State)} {found.AnsweredAt!.Value.UtcDateTime:yyyy-MM-dd}"
            : $"{(found.IsOverdue(now) ? "OVERDUE since" : "due")} {found.DueAt.UtcDateTime:yyyy-MM-dd HH:mm}",
        found.Platform ?? found.Page ?? "-", OneLine(found.About), found.Language, OneLine(found.Contact), OneLine(found.Said));

    private static string OneLine(string? text) => text is null or "" ? "-" : string.Join(" / ", text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private sealed record Listed(Correction Case, bool Overdue);
}
