using System.Data.Common;
using Analytics.Models.Releases;
using Analytics.Models.Releases.Datasets;
using Analytics.Models.Sources;
using Analytics.Web.Downloads;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Pages.Data;

/// <summary>What the site is made from: the releases with their files, and the sources with their last attempt. Asked anew each time.</summary>
public sealed class IndexModel(ReleaseStore releases, PublishedFiles published, SourceStore sources) : ReleasePage
{
    private static readonly string[] Documents = ["readme.md", "codebook.md", "codebook.id.md", "datapackage.json", "croissant.json", "SHA256SUMS", "manifest.json"];

    /// <summary>The release with its files; null when the database is away and they are not known.</summary>
    public PublishedRelease? Published { get; private set; }

    public IReadOnlyList<ReleaseHead> Releases { get; private set; } = [];

    /// <summary>Null when the database is away.</summary>
    public IReadOnlyList<SourceState>? Sources { get; private set; }

    /// <summary>Where the release is for ever.</summary>
    public DatasetHead Head => new(Asked.Release.Head, SiteAddress.Of(HttpContext));

    public Codebook Book => Codebook.In(Text.Language.Code);

    /// <summary>The zip of all files; null where there is none.</summary>
    public ReleaseFile? Zip => Published?.Find($"perjam-{Head.Release.Id}.zip");

    /// <summary>What describes the data, as far as the release has it.</summary>
    public IEnumerable<ReleaseFile> Described => Documents.Select(name => Published?.Find(name)).OfType<ReleaseFile>();

    /// <summary>What the site itself reads.</summary>
    public IEnumerable<ReleaseFile> Records => Published?.Files.Where(f => Published.Tables.Count == 0 || f.Name.StartsWith(ReleaseTable.Folder, StringComparison.Ordinal)) ?? [];

    /// <summary>Checks all files beside it.</summary>
    public static string CheckCommand => "sha256sum -c SHA256SUMS";

    /// <summary>Unpacks the zip and goes into its folder.</summary>
    public string UnpackCommand => $"unzip perjam-{Head.Release.Id}.zip -d perjam-{Head.Release.Id} && cd perjam-{Head.Release.Id}";

    /// <summary>Reasons for a blank, with what each means.</summary>
    public IEnumerable<(string Reason, string Meaning)> Blanks
    {
        get
        {
            var rates = DatasetTables.Find("rates")!;
            var column = rates.Columns[rates.IndexOf("median_blank")];
            return column.Words.Select(word => (word, Book.Label(rates, column, word)));
        }
    }

    /// <summary>The files as data that can be had; null while they are not known.</summary>
    public string? Data => Published is null ? null : DatasetJsonLd.Of(Head, FileKind.Described(Published), Book, $"{Head.Site}/{Text.Language.Code}/data{Asked.Query()}");

    public async Task OnGetAsync(CancellationToken stop)
    {
        try
        {
            Published = await published.FindAsync(Asked.Release.Head.Id, stop);
            Releases = await releases.ListAsync(stop);
            Sources = await sources.StatesAsync(stop);
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            // The release in memory is shown; what must be asked for is said to be missing.
            Sources = null;
        }
    }

    /// <summary>The release before <paramref name="release"/>; null for the first.</summary>
    public ReleaseHead? Before(ReleaseHead release) => Releases.Where(r => r.Number < release.Number).MaxBy(r => r.Number);

    /// <summary>A file's size as shown.</summary>
    public string Size(ReleaseFile file) => FileWords.Size(Text, file.Bytes);

    /// <summary>Whether the last attempt brought the page, changed or not.</summary>
    public static bool Succeeded(SourceState source) => source.Outcome is "fetched" or "not-modified";
}
