using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Analytics.Models.Storage;

namespace Analytics.Models.Releases.Datasets;

/// <summary>Writes the files of a release's dataset: every table in every format, what describes them, their sums, and all of it in one zip. The same release makes the same bytes.</summary>
public sealed class DatasetWriter(Release release, string site, string folder, IProgress<string>? progress)
{
    /// <summary>Sums of all other files in the zip, as <c>sha256sum -c</c> reads them.</summary>
    public const string Sums = "SHA256SUMS";

    /// <summary>What the release holds, for machines: not in the zip, which it names.</summary>
    public const string Manifest = "manifest.json";

    private const int RowsBetweenLooks = 10_000;
    private readonly List<WrittenFile> files = [];
    private readonly List<DatasetFile> tables = [];

    /// <summary>Name of the zip that holds all files of a release.</summary>
    public static string ZipOf(string release) => $"perjam-{release}.zip";

    /// <summary>Every file, in the order in which they are listed.</summary>
    public IReadOnlyList<WrittenFile> Write(CancellationToken stop)
    {
        foreach (var table in DatasetTables.All)
        {
            stop.ThrowIfCancellationRequested();
            progress?.Report(table.Name);
            WriteTable(table, stop);
        }

        WriteDescriptions();
        WriteText(Sums, string.Concat(files.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => $"{f.Sha256}  {f.Name}\n")));
        progress?.Report("zip");
        WriteZip(stop);
        WriteText(Manifest, JsonSerializer.Serialize(ManifestOf(), Json) + "\n");
        return files;
    }

    private static readonly JsonSerializerOptions Json = new(Rows.Json) { WriteIndented = true };

    // One pass over the rows, as there may be very many.
    private void WriteTable(DatasetTable table, CancellationToken stop)
    {
        var rows = 0;
        var open = TableFormat.All.Select(format => $"{table.Name}.{format}").Zip(TableFormat.All, (name, format) => (Name: name, Content: New(name), Format: format)).ToList();
        try
        {
            var writers = open.ConvertAll(f => f.Format.Open(f.Content, table.Columns));
            foreach (var row in table.Rows(release))
            {
                if (rows++ % RowsBetweenLooks == 0)
                    stop.ThrowIfCancellationRequested();
                writers.ForEach(writer => writer.Write(row));
            }

            writers.ForEach(writer => writer.Complete());
            foreach (var (name, content, format) in open)
            {
                var file = content.Complete(name, rows);
                files.Add(file);
                tables.Add(new(name, format.MediaType, file.Bytes, file.Sha256) { Table = table.Name, Format = format.Ending, Rows = rows });
            }
        }
        finally
        {
            open.ForEach(f => f.Content.Dispose());
        }
    }

    private void WriteDescriptions()
    {
        var head = new DatasetHead(release.Head, site);
        var citation = new DatasetCitation(head);
        WriteText("readme.md", DatasetReadme.Write(head, tables));
        WriteText("codebook.md", CodebookFile.Write(Codebook.English));
        WriteText("codebook.id.md", CodebookFile.Write(Codebook.In("id")));
        WriteText("datapackage.json", DataPackage.Write(head, tables));
        WriteText("croissant.json", Croissant.Write(head, tables));
        WriteText("CITATION.cff", citation.Cff());
        WriteText("citation.bib", citation.BibTeX());
        WriteText("citation.ris", citation.Ris());
        WriteText("citation.csl.json", citation.CslJson());
        WriteText("citation.txt", citation.Apa() + "\n");
    }

    private void WriteText(string name, string text)
    {
        using var file = New(name);
        file.Write(Encoding.UTF8.GetBytes(text));
        files.Add(file.Complete(name, null));
    }

    private void WriteZip(CancellationToken stop)
    {
        var name = ZipOf(release.Head.Id);
        using var file = New(name);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in files)
            {
                stop.ThrowIfCancellationRequested();
                // What is compressed already is taken as it is; the rest quickly, as a release may be large.
                var entry = zip.CreateEntry(part.Name, part.Name.EndsWith(".parquet", StringComparison.Ordinal) ? CompressionLevel.NoCompression : CompressionLevel.Fastest);
                // The day of the release: packing it again makes the same file.
                entry.LastWriteTime = new DateTimeOffset(release.Head.MadeAt.UtcDateTime, TimeSpan.Zero);
                using var to = entry.Open();
                using var from = File.OpenRead(part.Path);
                from.CopyTo(to);
            }
        }

        files.Add(file.Complete(name, null));
    }

    private object ManifestOf() => new
    {
        Release = release.Head.Id,
        release.Head.Number,
        release.Head.MadeAt,
        release.Head.Simulated,
        Address = $"{site}/s/{release.Head.Id}",
        Files = files.Select(f => new { f.Name, f.Bytes, f.Sha256, f.Rows, Address = $"{site}/s/{release.Head.Id}/{f.Name}" }),
    };

    private HashedFile New(string name) => new(Path.Combine(folder, name));
}
