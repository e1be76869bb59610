using System.Text.RegularExpressions;
using Analytics.Ingest.Pages;
using Analytics.Models.Claims;
using Xunit;

namespace Analytics.Ingest.Tests.Pages;

/// <summary>Own-written pages in the layouts the web uses, each with the text a reader would mark as the article.</summary>
public sealed partial class SavedPageTests
{
    private const double LeastF1 = 0.97;

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Folder, "*.html").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Pages", "Saved");

    [Fact]
    public void There_are_at_least_thirty_layouts() => Assert.True(Names.Count >= 30);

    [Theory, MemberData(nameof(Names))]
    public async Task Its_text_is_the_article(string name)
    {
        var article = await ReadAsync(name);
        var (read, expected) = (Text(article), await ExpectedAsync(name));
        var f1 = TokenF1(read, expected);
        Assert.True(f1 >= LeastF1, $"{name}: token F1 {f1:0.000}\n--- read ---\n{read}\n--- expected ---\n{expected}");
        Assert.All(article.Blocks, b => Assert.False(string.IsNullOrWhiteSpace(b.Text)));
    }

    /// <summary>./measure 3.3 names a file for the scores.</summary>
    [Fact]
    public async Task On_average_hardly_a_word_is_missing_or_too_many()
    {
        var scores = new Dictionary<string, double>();
        foreach (var name in Names.Select(row => row.Data))
            scores[name] = TokenF1(Text(await ReadAsync(name)), await ExpectedAsync(name));
        if (Environment.GetEnvironmentVariable("PERJAM_TEXT_FIGURES") is { } file)
            await File.WriteAllTextAsync(file, System.Text.Json.JsonSerializer.Serialize(scores));
        Assert.True(scores.Values.Average() >= 0.99);
    }

    private static string Text(Article article) => string.Join("\n\n", article.Blocks.Select(b => b.Text));

    private static Task<string> ExpectedAsync(string name) => File.ReadAllTextAsync(Path.Combine(Folder, name + ".txt"));

    internal static async Task<Article> ReadAsync(string name)
    {
        var content = await File.ReadAllBytesAsync(Path.Combine(Folder, name + ".html"));
        return Assert.IsType<PageReading.Read>(await new PageReader(TimeProvider.System).ReadAsync(content, "text/html", null, null, default)).Article;
    }

    private static double TokenF1(string read, string expected)
    {
        var wanted = Token().Matches(expected.ToLowerInvariant()).CountBy(m => m.Value).ToDictionary();
        var had = Token().Matches(read.ToLowerInvariant()).CountBy(m => m.Value).ToDictionary();
        var shared = wanted.Sum(w => Math.Min(w.Value, had.GetValueOrDefault(w.Key)));
        return 2.0 * shared / (wanted.Values.Sum() + had.Values.Sum());
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Token();
}
