using System.IO.Compression;
using System.Security.Cryptography;

namespace Analytics.Models.Releases.Datasets;

/// <summary>
/// Proves a downloaded zip of a release whole, by itself alone: every file in it has the sum that <c>SHA256SUMS</c> gives, none is missing or too many, and every table has the same number of rows in each format that
/// is text. Whoever changed the sums too is found only by the sum of the zip, which the site tells.
/// </summary>
public static class ZipCheck
{
    private const int HexDigits = 64;

    /// <summary>What is wrong with the zip at <paramref name="path"/>, a sentence each; none where it is whole.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyList<string> Of(string path, IProgress<string>? progress = null)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            return [.. Faults(zip, progress)];
        }
        catch (InvalidDataException fault)
        {
            return [$"It is no zip, or one that is cut off or damaged: {fault.Message}"];
        }
    }

    private static IEnumerable<string> Faults(ZipArchive zip, IProgress<string>? progress)
    {
        if (zip.GetEntry(DatasetWriter.Sums) is not { } list)
            return [$"{DatasetWriter.Sums} is missing, so that nothing can be checked."];
        var sums = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Text(list).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length < HexDigits + 3 || !line[..HexDigits].All(char.IsAsciiHexDigit) || line[HexDigits..(HexDigits + 2)] != "  " || !sums.TryAdd(line[(HexDigits + 2)..], line[..HexDigits]))
                return [$"{DatasetWriter.Sums} has a line that is none of a sum and a name: {line[..Math.Min(line.Length, 100)]}"];
        }

        var rows = new Dictionary<string, List<(string Name, long Rows)>>(StringComparer.Ordinal);
        return [.. zip.Entries.Where(e => e.FullName != DatasetWriter.Sums).SelectMany(e => OfEntry(e, sums, rows, progress)), .. sums.Keys.Select(name => $"{name} is missing."), .. Uneven(rows)];
    }

    private static IEnumerable<string> OfEntry(ZipArchiveEntry entry, Dictionary<string, string> sums, Dictionary<string, List<(string, long)>> rows, IProgress<string>? progress)
    {
        progress?.Report(entry.FullName);
        if (!sums.Remove(entry.FullName, out var sum))
        {
            yield return $"{entry.FullName} is not in {DatasetWriter.Sums}.";
            yield break;
        }

        var counter = RowCounter.Of(entry.FullName);
        var fault = Read(entry, counter, out var found);
        if (fault is not null || found != sum)
        {
            yield return fault ?? $"{entry.FullName} is not what was published: its SHA-256 is {found}, and {sum} was expected.";
            yield break;
        }

        if (counter is not null)
        {
            var table = Path.GetFileNameWithoutExtension(entry.FullName);
            rows.TryAdd(table, []);
            rows[table].Add((entry.FullName, counter.Rows));
        }
    }

    private static string? Read(ZipArchiveEntry entry, RowCounter? counter, out string sum)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        try
        {
            using var content = entry.Open();
            while (content.Read(buffer) is > 0 and var read)
            {
                hash.AppendData(buffer, 0, read);
                counter?.Add(buffer.AsSpan(0, read));
            }
        }
        catch (InvalidDataException fault)
        {
            sum = "";
            return $"{entry.FullName} is damaged: {fault.Message}";
        }

        sum = Convert.ToHexStringLower(hash.GetHashAndReset());
        return null;
    }

    private static IEnumerable<string> Uneven(Dictionary<string, List<(string Name, long Rows)>> rows) =>
        from table in rows.Values
        where table.Select(t => t.Rows).Distinct().Count() > 1
        select $"Its formats have not the same rows: {string.Join(", ", table.Select(t => $"{t.Name} {t.Rows}"))}.";

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}

/// <summary>Counts the rows of a table as text while its bytes go by.</summary>
internal sealed class RowCounter
{
    private readonly bool quoted;
    private bool inside;
    private long lines;

    private RowCounter(bool quoted) => this.quoted = quoted;

    /// <summary>Rows so far, without a header.</summary>
    public long Rows => quoted ? Math.Max(0, lines - 1) : lines;

    /// <summary>A counter for the file of that name; null where it is no table as text.</summary>
    public static RowCounter? Of(string name) => Path.GetExtension(name) switch { ".csv" => new(quoted: true), ".jsonl" => new(quoted: false), _ => null };

    public void Add(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            // A quote within quotes is two, which is out and in again.
            if (quoted && b == '"')
                inside = !inside;
            else if (b == '\n' && !inside)
                lines++;
        }
    }
}
