using System.Collections.Frozen;

namespace Analytics.Models.Platforms;

/// <summary>The words of the catalogue's figures (notes, tasks, regions, groups, parts of a source) and of exchange rates in Indonesian.</summary>
public static class CatalogueWords
{
    private static readonly Lazy<FrozenDictionary<string, string>> ByEnglish = new(() =>
        Read("words.csv", Embedded.Text("catalogue/words.csv")).ToFrozenDictionary(w => w.English, w => w.Indonesian, StringComparer.Ordinal));

    /// <summary>What <paramref name="english"/> is in Indonesian; null where no translation is shipped, as for the words of a page.</summary>
    public static string? Indonesian(string english) => ByEnglish.Value.GetValueOrDefault(english);

    internal static IReadOnlyList<(string English, string Indonesian)> Read(string file, string text) =>
        CsvTable.Read(file, text, ["english", "indonesian"], line => (line.Text("english"), line.Text("indonesian")));
}
