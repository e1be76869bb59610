using Analytics.Models.Releases.Datasets;
using Analytics.Web.Text;

namespace Analytics.Web.Pages.Data;

/// <summary>Files in words.</summary>
internal static class FileWords
{
    private const long Megabyte = 1 << 20;

    /// <summary>Kilobytes, or megabytes from ten of them on, rounded up.</summary>
    public static string Size(SiteText text, long bytes) => bytes < 10 * Megabyte
        ? text.Fill("data.kilobytes", ("n", text.Figures.Number((bytes + 1023) / 1024)))
        : text.Fill("data.megabytes", ("n", text.Figures.Number((bytes + Megabyte - 1) / Megabyte)));

    /// <summary>What a format is called.</summary>
    public static string Name(TableFormat format) => format == TableFormat.Csv ? "CSV" : format == TableFormat.Parquet ? "Parquet" : "JSON Lines";
}
