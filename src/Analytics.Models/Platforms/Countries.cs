using System.Collections.Frozen;

namespace Analytics.Models.Platforms;

/// <summary>A country by its ISO 3166 two-letter code, with its name in both languages.</summary>
/// <param name="Currency">ISO 4217 code of the money one pays with there; null where none is known.</param>
public sealed record Country(string Code, string English, string Indonesian, string? Currency);

/// <summary>The countries of the catalogue.</summary>
public static class Countries
{
    private static readonly Lazy<FrozenDictionary<string, Country>> ByCode = new(() =>
        Read("countries.csv", Embedded.Text("catalogue/countries.csv")).ToFrozenDictionary(c => c.Code, StringComparer.OrdinalIgnoreCase));

    /// <summary>All countries, by English name.</summary>
    public static IReadOnlyList<Country> All => [.. ByCode.Value.Values.OrderBy(c => c.English, StringComparer.Ordinal)];

    /// <summary>The country with the two-letter <paramref name="code"/>; null when there is none.</summary>
    public static Country? Find(string? code) => code is not null && ByCode.Value.TryGetValue(code, out var found) ? found : null;

    internal static IReadOnlyList<Country> Read(string file, string text) =>
        CsvTable.Read(file, text, ["code", "english", "indonesian", "currency"],
            line => new Country(line.Text("code"), line.Text("english"), line.Text("indonesian"), line.TextOrNull("currency")));
}
