using System.CommandLine;
using System.Text.Json;
using Analytics.Models.Reports;
using Analytics.Models.Storage;

namespace Analytics.Ingest.Verbs;

/// <summary><c>erasures export FILE</c>, <c>erasures apply FILE</c>: what was withdrawn, kept beside the backups and applied after one is restored.</summary>
internal static class ErasureVerbs
{
    public static Command Create(CommonOptions common, Terminal terminal) =>
        new("erasures", "The list of what was withdrawn: hashes of random ids, a line each.") { Export(common, terminal), Apply(common, terminal) };

    private static Command Export(CommonOptions common, Terminal terminal)
    {
        var file = new Argument<string>("file") { Description = "Where to write it; keep it apart from the backups." };
        var export = new Command("export", "Write the whole list to a file, in place of what it held.") { file };
        export.SetAction(async (parsed, stop) =>
        {
            await using var session = await common.OpenAsync(parsed, terminal, stop);
            var list = await session.Erasures.AllAsync(stop);
            var name = parsed.GetValue(file)!;
            // The old list stays until the new one is whole.
            var whole = name + ".new";
            await File.WriteAllLinesAsync(whole, list.Select(e => JsonSerializer.Serialize(e, Rows.Json)), stop);
            File.Move(whole, name, overwrite: true);
            terminal.Answer($"{list.Count} {(list.Count == 1 ? "entry" : "entries")} written to {name}.");
            return 0;
        });
        return export;
    }

    private static Command Apply(CommonOptions common, Terminal terminal)
    {
        var file = new Argument<string>("file") { Description = "A list written by export." };
        var apply = new Command("apply", "Remove what the list names, and remember it. Do this with the newest list after a backup is restored, before the site is started.") { file };
        apply.SetAction(async (parsed, stop) =>
        {
            var name = parsed.GetValue(file)!;
            var list = NamedFile.Read(name, n => File.ReadLines(n).Select((line, i) => Entry(n, i + 1, line)).ToList());
            await using var session = await common.OpenAsync(parsed, terminal, stop);
            var (added, removed) = await session.Erasures.ApplyAsync(list, stop);
            terminal.Answer($"{added} of {list.Count} {(list.Count == 1 ? "entry" : "entries")} were new; {removed} {(removed == 1 ? "report" : "reports")} removed. The step erase clears the files.");
            return 0;
        });
        return apply;
    }

    private static Erasure Entry(string file, int line, string text)
    {
        try
        {
            if (JsonSerializer.Deserialize<Erasure>(text, Rows.Json) is { Hash: { Length: 64 } hash } entry && hash.All(char.IsAsciiHexDigitLower))
                return entry;
        }
        catch (JsonException)
        {
            // Said below.
        }

        throw new WrongUseException($"{file}, line {line}, is no entry of an erasure list; one looks like {{\"hash\":\"64 hexadecimal digits\",\"erased_at\":\"2026-11-22T10:00:00+00:00\"}}. Nothing was applied.");
    }
}
