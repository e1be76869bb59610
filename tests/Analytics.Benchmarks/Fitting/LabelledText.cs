using System.Text.Json;
using Analytics.Models.Claims;

namespace Analytics.Benchmarks.Fitting;

/// <summary>A text and the pay claims that a reader of it found.</summary>
internal sealed record LabelledText(string Name, Article Article, IReadOnlyList<LabelledClaim> Claims)
{
    /// <summary>Reads JSON lines with <c>id</c>, <c>text</c>, <c>language</c>, <c>title</c> and <c>claims</c>.</summary>
    /// <exception cref="FormatException">A line is no such object.</exception>
    public static IEnumerable<LabelledText> Read(string path)
    {
        foreach (var (number, line) in File.ReadLines(path).Index().Where(l => !string.IsNullOrWhiteSpace(l.Item)))
        {
            Line read;
            try
            {
                read = JsonSerializer.Deserialize<Line>(line, Options)!;
            }
            catch (JsonException wrong)
            {
                throw new FormatException($"{path}, line {number + 1} is no labelled text: {wrong.Message}", wrong);
            }

            yield return new LabelledText($"{Path.GetFileName(path)}:{read.Id}", Article.FromText(read.Text, read.Language, read.Title), read.Claims);
        }
    }

    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private sealed record Line(JsonElement Id, string Text, string? Language, string? Title, IReadOnlyList<LabelledClaim> Claims);
}

/// <summary>One labelled claim; of an open range one end is null.</summary>
internal sealed record LabelledClaim(decimal? AmountMin, decimal? AmountMax, string Currency, string Unit, string Kind)
{
    public (decimal Min, decimal Max, string Currency) Amount =>
        (Math.Round(AmountMin ?? AmountMax ?? 0, 2), Math.Round(AmountMax ?? AmountMin ?? 0, 2), Currency);
}
