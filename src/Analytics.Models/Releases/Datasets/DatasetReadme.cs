using System.Globalization;
using System.Text;

namespace Analytics.Models.Releases.Datasets;

/// <summary><c>readme.md</c>: what the zip of a release holds, how to check, read and cite it. In English, with a summary in Indonesian.</summary>
public static class DatasetReadme
{
    /// <summary>What is run in the folder of the unpacked files to prove them whole.</summary>
    public const string CheckCommand = "sha256sum -c SHA256SUMS";

    private static readonly (string Name, string Holds)[] Documents =
    [
        ("codebook.md", "every table, column and word explained"), ("codebook.id.md", "the same in Indonesian"), ("datapackage.json", "the tables and their columns for machines (Data Package 2.0)"),
        ("croissant.json", "the same for machine learning tools (Croissant 1.1)"), ("CITATION.cff", "how to cite, also as citation.bib, citation.ris, citation.csl.json and citation.txt"),
        ("SHA256SUMS", "the SHA-256 of every other file"),
    ];

    /// <summary>The text of the file.</summary>
    /// <param name="files">What is published; those that hold no table are not listed.</param>
    public static string Write(DatasetHead head, IReadOnlyList<DatasetFile> files)
    {
        var (book, text, release) = (Codebook.English, new StringBuilder(), head.Release);
        void Add(FormattableString part) => text.Append(part.ToString(CultureInfo.InvariantCulture));
        Add($"# {book.Dataset.NameOf(release)}\n\n{book.Dataset.DescriptionOf(release)}\n\n");
        Add($"Release {release.Number}, id `{release.Id}`, published {head.DayText}. It is at {head.Address} for ever and never changes; the latest is at {head.LatestAddress}.\n\n");
        Add($"## Tables\n\nEach table is here as CSV (UTF-8, RFC 4180), Parquet and JSON Lines, with the same rows and columns.\n\n{Tables(book, files)}\n");
        Add($"Beside them:\n\n{string.Concat(Documents.Select(d => $"- `{d.Name}`: {d.Holds}\n"))}\n");
        Add($"## Blanks\n\n{book.Page.Blanks} Each reason is a word, such as `SUPPRESSED_K`; codebook.md explains them all.\n\n");
        Add($"The country code `NA` is Namibia: do not let your program take it for a missing value. A text in CSV that a spreadsheet would take for a formula begins with an apostrophe, which the other formats do not have.\n\n");
        Add($"## Check\n\nIn the folder of these files:\n\n```sh\n{CheckCommand}\n```\n\nEvery line must end in OK. The number of rows of each table is above, in datapackage.json and in {head.AddressOf("manifest.json")}.\n\n");
        Add($"## Load\n\n{Snippets(DatasetTables.All[0])}");
        Add($"## Cite\n\n{new DatasetCitation(head).Apa()}\n\nThe release id is what identifies the data. To cite one table or an extract, use its own address: {head.AddressOf("rates.csv")}?platform=prolific&country=ID is an extract, and its page of the site gives the citation.\n\n");
        Add($"## Licence\n\n{DatasetHead.LicenceTitle} ({DatasetHead.LicenceId}): {DatasetHead.LicenceAddress}. Quotes of pages in the table claims are short and belong to whoever wrote them; their source stands beside them.\n\n");
        Add($"{Indonesian(head)}");
        return text.ToString();
    }

    private static string Tables(Codebook book, IReadOnlyList<DatasetFile> files)
    {
        var rows = files.Where(f => f.Table is not null).GroupBy(f => f.Table!).ToDictionary(f => f.Key, f => f.First().Rows);
        var lines = DatasetTables.All.Where(t => rows.ContainsKey(t.Name)).Select(t => string.Create(CultureInfo.InvariantCulture, $"| `{t.Name}` | {rows[t.Name]} | {book.Of(t).Title} |\n"));
        return "| Table | Rows | Holds |\n|---|---:|---|\n" + string.Concat(lines);
    }

    private static string Snippets(DatasetTable table) => string.Concat(LoadingSnippets.Programs.Select(program =>
        $"{LoadingSnippets.NameOf(program)}:\n\n```{(program == "duckdb" ? "sql" : program)}\n{LoadingSnippets.Of(table, program, table.Name + ".csv")}```\n\n"));

    private static string Indonesian(DatasetHead head)
    {
        var told = Codebook.In("id").Dataset;
        return $"""
            ## Ringkasan dalam bahasa Indonesia

            {told.DescriptionOf(head.Release)}

            Arti setiap tabel, kolom, dan kata ada di codebook.id.md. Untuk memeriksa keutuhan berkas, jalankan `{CheckCommand}` di dalam folder ini. Isi rilis ini tidak pernah berubah dan selalu ada di {head.Address}. Boleh dipakai siapa saja asal menyebut sumbernya ({DatasetHead.LicenceId}).

            """.ReplaceLineEndings("\n");
    }
}
