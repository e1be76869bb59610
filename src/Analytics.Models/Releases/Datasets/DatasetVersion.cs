using System.Globalization;

namespace Analytics.Models.Releases.Datasets;

/// <summary>
/// The two version numbers of a release that formats ask for, each by its own format's rule, which contradict each other (docs/decisions/0020). For citing there is the release id.
/// </summary>
public static class DatasetVersion
{
    /// <summary>Raised by one when a column or table goes, comes, moves or changes its type. A test holds it to the columns.</summary>
    public const int Layout = 1;

    /// <summary>By the recipe of Data Package: another column is MAJOR, more data MINOR.</summary>
    public static string OfDataPackage(ReleaseHead release) => string.Create(CultureInfo.InvariantCulture, $"{Layout}.{release.Number}.0");

    /// <summary>By the rule of Croissant: a changed record is MAJOR, and a release changes some.</summary>
    public static string OfCroissant(ReleaseHead release) => string.Create(CultureInfo.InvariantCulture, $"{release.Number}.0.0");
}
