using System.CommandLine;
using System.Security.Cryptography;
using Analytics.Models;
using Analytics.Models.Releases;
using Analytics.Models.Releases.Datasets;

namespace Analytics.Ingest.Verbs;

/// <summary><c>release verify</c>, <c>release export</c> and <c>release diff</c>: the files of releases.</summary>
internal static class DatasetVerbs
{
    private static readonly Argument<string> Release = new("release") { Description = "Number or id of a release; latest for the last." };

    public static Command Verify(CommonOptions common, Terminal terminal)
    {
        var what = new Argument<string?>("what") { Description = "A downloaded zip, or number or id of a kept release; all kept ones where it is left out.", Arity = ArgumentArity.ZeroOrOne };
        var verify = new Command("verify", "Prove a downloaded zip, or the kept releases, whole; exit code 1 where anything is wrong.") { what };
        verify.SetAction(async (parsed, stop) =>
        {
            if (parsed.GetValue(what) is { } file && (file.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) || File.Exists(file)))
                return Tell(file, NamedFile.Read(file, f => ZipCheck.Of(f, new Seen(terminal, "verify"))), common.Json(parsed), terminal);
            await using var session = await common.OpenAsync(parsed, terminal, stop);
            var heads = parsed.GetValue(what) is { } one ? [await FindAsync(session, one, stop)] : await session.Releases.ListAsync(stop);
            var code = 0;
            foreach (var head in heads)
                code |= Tell($"release {head.Number} ({head.Id})", await new ReleaseCheck(session.ReleaseFiles).OfAsync(head.Id, new Seen(terminal, $"release {head.Number}"), stop), common.Json(parsed), terminal);
            return code;
        });
        return verify;
    }

    public static Command Export(CommonOptions common, Terminal terminal)
    {
        var to = new Option<string?>("--to") { Description = "Where to write it; default: its own name in the present folder." };
        var file = new Option<string?>("--file") { Description = "One file of the release, such as rates.csv; default: the zip of all." };
        var export = new Command("export", "Write a release's files to disk, their sums checked.") { Release, file, to };
        export.SetAction(async (parsed, stop) =>
        {
            await using var session = await common.OpenAsync(parsed, terminal, stop);
            var head = await FindAsync(session, parsed.GetValue(Release)!, stop);
            var name = parsed.GetValue(file) ?? DatasetWriter.ZipOf(head.Id);
            if (await session.ReleaseFiles.FindAsync(head.Id, name, stop) is not { } found)
                throw new WrongUseException($"Release {head.Number} has no file {name}. It has: {string.Join(", ", (await session.ReleaseFiles.ListAsync(head.Id, stop)).Select(f => f.Name))}.");
            var path = parsed.GetValue(to) ?? name.Replace('/', '-');
            await WriteAsync(session, found, path, stop);
            terminal.Answer($"{path}\t{found.Bytes}\t{found.Sha256}");
            return 0;
        });
        return export;
    }

    public static Command Diff(CommonOptions common, Terminal terminal)
    {
        var from = new Argument<string>("from") { Description = "Number or id of the earlier release." };
        var to = new Argument<string>("to") { Description = "Number or id of the later release; latest for the last." };
        var diff = new Command("diff", "Tell what changed from one release to another: cells, evidence, method.") { from, to };
        diff.SetAction(async (parsed, stop) =>
        {
            await using var session = await common.OpenAsync(parsed, terminal, stop);
            var (before, after) = (await FindAsync(session, parsed.GetValue(from)!, stop), await FindAsync(session, parsed.GetValue(to)!, stop));
            var changed = ReleaseDiff.Of((await session.Releases.ReadAsync(before.Id, stop))!, (await session.Releases.ReadAsync(after.Id, stop))!);
            if (common.Json(parsed))
                terminal.AnswerJson(changed);
            else
                changed.Tables.SelectMany(Lines).ToList().ForEach(terminal.Answer);
            terminal.Note($"Release {before.Number} to {after.Number}: {(changed.Tables.Count == 0 ? "nothing changed" : string.Join(", ", changed.Tables.Select(t => $"{t.Table} {t.Changes.Count}")))}.");
            return 0;
        });
        return diff;
    }

    private static IEnumerable<string> Lines(TableDiff table) =>
        from row in table.Changes
        select $"{table.Table}\t{Term.Of(row.Fate)}\t{string.Join(' ', row.Key)}" + (row.Fate is RowFate.Added or RowFate.Removed ? ""
            : "\t" + string.Join(", ", row.Values.Select(v => $"{v.Column} {Said(v.Before)} -> {Said(v.After)}")));

    private static string Said(object? value) => value is null ? "blank" : FieldText.Of(value);

    // Beside its place first, so that a file of that name is whole or not there.
    private static async Task WriteAsync(Session session, ReleaseFile file, string path, CancellationToken stop)
    {
        var part = path + ".part";
        try
        {
            await using (var to = File.Create(part))
                await session.ReleaseFiles.CopyAsync(file.Sha256, to, stop);
            await using (var written = File.OpenRead(part))
            {
                if (Convert.ToHexStringLower(await SHA256.HashDataAsync(written, stop)) != file.Sha256)
                    throw new InvalidOperationException($"{file.Name} is not kept as it was published; nothing was written. All that is wrong: release verify.");
            }

            File.Move(part, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"{path} cannot be written: {fault.Message}");
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static int Tell(string what, IReadOnlyList<string> faults, bool json, Terminal terminal)
    {
        if (json)
            terminal.AnswerJson(new { What = what, Whole = faults.Count == 0, Faults = faults });
        else if (faults.Count == 0)
            terminal.Answer($"{what} is whole.");
        foreach (var fault in json ? [] : faults)
            terminal.Answer($"{what}: {fault}");
        return faults.Count == 0 ? 0 : 1;
    }

    private static async Task<ReleaseHead> FindAsync(Session session, string named, CancellationToken stop)
    {
        var heads = await session.Releases.ListAsync(stop);
        return (named == "latest" ? (heads is [var last, ..] ? last : null) : heads.FirstOrDefault(h => h.Id == named || h.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == named))
            ?? throw new WrongUseException($"There is no release {named}; release list tells which there are.");
    }

    private sealed class Seen(Terminal terminal, string step) : IProgress<string>
    {
        public void Report(string value) => terminal.Report(new(step, null, value));
    }
}
