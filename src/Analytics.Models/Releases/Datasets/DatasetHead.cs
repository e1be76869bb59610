using System.Globalization;

namespace Analytics.Models.Releases.Datasets;

/// <summary>A release as a dataset that is published somewhere.</summary>
/// <param name="Site">Scheme and host, no slash at the end: <c>https://host</c>.</param>
public sealed record DatasetHead(ReleaseHead Release, string Site)
{
    /// <summary>Of the data; the code has another.</summary>
    public const string LicenceId = "CC-BY-4.0", LicenceTitle = "Creative Commons Attribution 4.0 International", LicenceAddress = "https://creativecommons.org/licenses/by/4.0/";

    /// <summary>Who makes and publishes it.</summary>
    public const string Publisher = "PerJam";

    /// <summary>Where the release is for ever.</summary>
    public string Address => $"{Site}/s/{Release.Id}";

    /// <summary>Where the latest release is.</summary>
    public string LatestAddress => $"{Site}/d/perjam";

    /// <summary>Day of publication (UTC).</summary>
    public DateOnly Day => DateOnly.FromDateTime(Release.MadeAt.UtcDateTime);

    /// <summary>Moment of publication as RFC 3339 has it.</summary>
    internal string Made => Release.MadeAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    internal string DayText => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Where the file called <paramref name="file"/> is for ever.</summary>
    public string AddressOf(string file) => $"{Address}/{file}";
}

/// <summary>A file of a published dataset.</summary>
/// <param name="Sha256">Of its bytes, 64 hexadecimal digits in lower case.</param>
public sealed record DatasetFile(string Name, string MediaType, long Bytes, string Sha256)
{
    /// <summary>Name of the table that it holds; null for a document or the zip.</summary>
    public string? Table { get; init; }

    /// <summary>Ending of its format, <c>csv</c>, <c>parquet</c> or <c>jsonl</c>; null for a document or the zip.</summary>
    public string? Format { get; init; }

    /// <summary>Rows of the table, the header not counted; null for a document or the zip.</summary>
    public long? Rows { get; init; }
}
