using System.CommandLine;
using Analytics.Ingest.Discovery;
using Analytics.Models;
using Analytics.Models.Sources;

namespace Analytics.Ingest.Verbs;

/// <summary><c>sources [LIST]</c>: what is collected from, or what a feed or sitemap found.</summary>
internal static class SourcesVerb
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var list = new Argument<string?>("list") { Arity = ArgumentArity.ZeroOrOne, Description = "A feed's or sitemap's address: the pages it found. None: what is on the list." };
        var sources = new Command("sources", "List what is collected from, by kind, with the last attempt, when it is next due, and how many pages it found.") { list };
        sources.SetAction(async (parsed, stop) =>
        {
            await using var session = await common.OpenAsync(parsed, terminal, stop);
            var rows = parsed.GetValue(list) is { } address ? await FoundAsync(session, address, stop) : await ListedAsync(session, stop);
            foreach (var row in rows)
            {
                if (common.Json(parsed))
                    terminal.AnswerJson(row);
                else
                    terminal.Answer(row.Line());
            }

            return 0;
        });
        return sources;
    }

    private static async Task<IEnumerable<Row>> ListedAsync(Session session, CancellationToken stop) =>
        (await session.Sources.StatesAsync(stop)).Select(s => new Row(
            s.Address, s.Kind, s.Active && s.Kind != SourceKind.File ? "every night" : s.Active ? "never" : "unwatched", s.At, s.Outcome, s.Sentence, s.Note, Term.Of(s.Origin), s.Words, s.Found));

    private static async Task<IEnumerable<Row>> FoundAsync(Session session, string address, CancellationToken stop)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || await session.Sources.FindSourceAsync(PageAddress.Spell(uri), stop) is not { IsList: true } found)
            throw new WrongUseException($"{address} is not a feed or sitemap that is watched. The verb sources, without an address, lists what is.");
        var now = session.Options.Time.GetUtcNow();
        return (await session.Lists.FoundAsync(found.Address, stop)).OrderByDescending(p => p.ChangedAt ?? p.AddedAt).Select(p => new Row(
            p.Address, SourceKind.Page, Revisit.DueAt(p) is var due && due <= now ? "due" : $"{due.UtcDateTime:yyyy-MM-dd HH:mm}", p.TriedAt, p.Outcome, p.Sentence, p.Title, p.FoundBy, null, 0));
    }

    /// <summary>One source.</summary>
    /// <param name="Next">When it is asked for next.</param>
    /// <param name="Note">The operator's words for it, or its title.</param>
    /// <param name="By">Who named it: default, operator, or the address of the list that found it.</param>
    /// <param name="Found">How many pages it found.</param>
    private sealed record Row(
        string Address, SourceKind Kind, string Next, DateTimeOffset? At, string? Outcome, string? Sentence, string? Note, string By, string? Words, int Found)
    {
        public string Line() => string.Join('\t', [
            Term.Of(Kind), Outcome ?? "not tried", At is { } at ? $"{at.UtcDateTime:yyyy-MM-dd HH:mm}" : "-", $"next: {Next}", Address,
            .. Found > 0 ? [$"found {Found} pages"] : Array.Empty<string>(), .. Words is null ? Array.Empty<string>() : [$"words: {Words}"], $"by {By}", .. Note is null ? Array.Empty<string>() : [Note]]);
    }
}
