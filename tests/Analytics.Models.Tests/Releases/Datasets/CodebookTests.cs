using Analytics.Models.Releases.Datasets;
using Analytics.Models.Storage;
using Xunit;

namespace Analytics.Models.Tests.Releases.Datasets;

public sealed class CodebookTests
{
    public static TheoryData<string> Languages => [.. Codebook.Languages];

    public static TheoryData<string> Tables => [.. DatasetTables.All.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_table_column_and_word_has_its_texts_and_no_text_is_of_what_is_not_there(string language)
    {
        var book = Codebook.In(language);
        var there = DatasetTables.All.SelectMany(book.PlacesOf).ToHashSet();
        Assert.Empty(there.Except(book.Places()).Concat(book.Places().Except(there)));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Texts_say_enough(string language)
    {
        var book = Codebook.In(language);
        Assert.InRange(book.Dataset.Description.Length, 50, 5000);
        foreach (var table in DatasetTables.All)
        {
            var told = book.Of(table);
            Assert.InRange(told.Description.Length, 50, 1000);
            Assert.True(told.Use.Length >= 50 && told.Title.Length > 0, table.Name);
            Assert.Equal(table.Columns.Count, table.Columns.Select(c => book.Of(table, c).Title).Distinct().Count());
            foreach (var column in table.Columns)
            {
                Assert.EndsWith(".", book.Of(table, column).Meaning, StringComparison.Ordinal);
                Assert.DoesNotContain(".", book.Of(table, column).Title, StringComparison.Ordinal);
                Assert.Equal(column.Words.Count, column.Words.Select(w => book.Label(table, column, w)).Distinct().Count());
            }
        }
    }

    [Fact]
    public void The_languages_are_two()
    {
        var (english, indonesian) = (Codebook.In("en"), Codebook.In("id"));
        foreach (var table in DatasetTables.All)
        {
            Assert.NotEqual(english.Of(table).Description, indonesian.Of(table).Description);
            Assert.All(table.Columns, c => Assert.NotEqual(english.Of(table, c).Meaning, indonesian.Of(table, c).Meaning));
        }
    }

    [Fact]
    public void A_blank_that_needs_a_reason_says_where_it_stands()
    {
        var rates = DatasetTables.Find("rates")!;
        Assert.EndsWith("Where blank, tails_blank says why.", Codebook.English.Whole(rates, rates.Columns[rates.IndexOf("p10")]), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_document_of_a_table_is_what_the_codebook_writes(string name)
    {
        var kept = Path.Combine(Documents, name + ".md");
        var text = CodebookFile.Write(Codebook.English, DatasetTables.Find(name)!);
        var received = Path.ChangeExtension(kept, ".received.md");
        if (File.Exists(kept) && File.ReadAllText(kept) == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"docs/datasets/{name}.received.md differs from docs/datasets/{name}.md. If it is right, rename it.");
    }

    [Fact]
    public void There_is_no_document_of_a_table_that_is_not_there() =>
        Assert.Empty(Directory.GetFiles(Documents, "*.md").Select(f => Path.GetFileName(f).Split('.')[0]).Except(DatasetTables.All.Select(t => t.Name)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_whole_codebook_has_every_column_in_order(string language)
    {
        var text = CodebookFile.Write(Codebook.In(language));
        var at = 0;
        foreach (var column in DatasetTables.All.SelectMany(t => t.Columns))
            Assert.True((at = text.IndexOf($"\n| `{column.Name}` | ", at, StringComparison.Ordinal) + 1) > 0, column.Name);
    }

    [Fact]
    public void A_change_of_the_columns_raises_the_layout()
    {
        // Table by table, as the rule of Data Package has it: names, order and types. Where this fails, raise DatasetVersion.Layout and write both here.
        var columns = string.Join('\n', DatasetTables.All.Select(t => t.Name + ": " + string.Join(' ', t.Columns.Select(c => $"{c.Name}:{c.Type}"))));
        Assert.Equal((1, "0214d500049f9b266223ac8e"), (DatasetVersion.Layout, Key.Of(columns)));
    }

    private static string Documents { get; } = Path.Combine(Root(new DirectoryInfo(AppContext.BaseDirectory)), "docs", "datasets");

    private static string Root(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "Analytics.sln")) ? folder.FullName : Root(folder.Parent!);
}
