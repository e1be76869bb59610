using Analytics.Models.Releases;
using Analytics.Models.Releases.Datasets;

namespace Analytics.Web.Downloads;

/// <summary>What a file of a release is, by its name.</summary>
internal static class FileKind
{
    /// <summary>Its media type.</summary>
    public static string MediaTypeOf(string name) => name switch
    {
        _ when FormatOf(name) is { } format => format == TableFormat.Csv ? "text/csv; charset=utf-8; header=present" : format.MediaType,
        "croissant.json" => "application/ld+json; profile=\"http://mlcommons.org/croissant/1.1\"; charset=utf-8",
        "datapackage.json" => "application/json; charset=utf-8",
        "citation.csl.json" => "application/vnd.citationstyles.csl+json; charset=utf-8",
        _ => Path.GetExtension(name) switch
        {
            ".json" => "application/json; charset=utf-8",
            ".zip" => "application/zip",
            ".md" => "text/markdown; charset=utf-8",
            ".cff" => "application/yaml; charset=utf-8",
            ".bib" => "application/x-bibtex; charset=utf-8",
            ".ris" => "application/x-research-info-systems; charset=utf-8",
            _ => "text/plain; charset=utf-8",
        },
    };

    /// <summary>The name that it is kept under: tables tell their release; what stands in no other release's way, or is looked for by its name, keeps it.</summary>
    public static string DownloadName(PublishedRelease release, string name) =>
        FormatOf(name) is null ? name : $"perjam-{release.Head.Id}-{name.Replace('/', '-')}";

    /// <summary>Whether it has rows.</summary>
    public static bool IsTable(string name) => FormatOf(name) is not null;

    /// <summary>The name of the table of the dataset that it holds; null for records and for what is no table.</summary>
    public static string? TableOf(string name) => FormatOf(name) is { } format && !name.StartsWith(ReleaseTable.Folder, StringComparison.Ordinal) ? name[..^(format.Ending.Length + 1)] : null;

    /// <summary>The format of a table; null for what is none.</summary>
    public static TableFormat? FormatOf(string name) => Path.GetExtension(name) is { Length: > 1 } extension ? TableFormat.Find(extension[1..]) : null;

    /// <summary>The files of a release as they are described to others; records are told of only where there is nothing else.</summary>
    public static IReadOnlyList<DatasetFile> Described(PublishedRelease release) =>
    [
        .. from file in release.Files
           let table = TableOf(file.Name)
           where release.Tables.Count == 0 || !file.Name.StartsWith(ReleaseTable.Folder, StringComparison.Ordinal)
           select new DatasetFile(file.Name, MediaTypeOf(file.Name).Split(';')[0], file.Bytes, file.Sha256)
           {
               Table = table,
               Format = FormatOf(file.Name)?.Ending,
               Rows = table is null ? null : file.Rows,
           },
    ];
}
