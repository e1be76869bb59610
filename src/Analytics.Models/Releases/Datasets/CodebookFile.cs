using System.Globalization;
using System.Text;

namespace Analytics.Models.Releases.Datasets;

/// <summary>The codebook as Markdown: <c>codebook.md</c> of all tables, or a document of one.</summary>
public static class CodebookFile
{
    /// <summary>All tables.</summary>
    public static string Write(Codebook book)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {book.Page.Title}: {book.Dataset.Name}\n\n{book.Page.Intro}\n\n{book.Page.Blanks}\n");
        foreach (var table in DatasetTables.All)
            Append(text, book, table, "##");
        return text.ToString();
    }

    /// <summary>One table.</summary>
    public static string Write(Codebook book, DatasetTable table)
    {
        var text = new StringBuilder();
        Append(text, book, table, "#");
        text.Append(CultureInfo.InvariantCulture, $"\n{book.Page.Blanks}\n");
        return text.ToString().TrimStart('\n');
    }

    private static void Append(StringBuilder text, Codebook book, DatasetTable table, string heading)
    {
        var (page, told) = (book.Page, book.Of(table));
        var key = table.Key.Count == 0 ? page.NoKey : $"{page.Key}: {string.Join(", ", table.Key.Select(Code))}.";
        text.Append(CultureInfo.InvariantCulture, $"\n{heading} {told.Title} (`{table.Name}`)\n\n{told.Description}\n\n{page.Use}: {told.Use}\n\n{key}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"| {page.Column} | {page.Type} | {page.Unit} | {page.Meaning} |\n|---|---|---|---|\n");
        foreach (var column in table.Columns)
        {
            var always = table.IsAlwaysTold(column) ? " " + page.Always : "";
            text.Append(CultureInfo.InvariantCulture, $"| {Code(column.Name)} | {page.Types[TypeOf(column)]} | {column.Unit} | {Cell($"**{book.Of(table, column).Title}.** {book.Whole(table, column)}{always}")} |\n");
        }

        foreach (var words in table.Columns.Where(c => c.Words.Count > 0).GroupBy(c => string.Join(' ', c.Words)))
            Append(text, book, table, [.. words]);
    }

    // Columns of the same words are told once.
    private static void Append(StringBuilder text, Codebook book, DatasetTable table, IReadOnlyList<DatasetColumn> alike)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n{book.Page.WordsOf.Replace("{column}", string.Join(", ", alike.Select(c => Code(c.Name))), StringComparison.Ordinal)}:\n\n");
        text.Append(CultureInfo.InvariantCulture, $"| {book.Page.Word} | {book.Page.Meaning} |\n|---|---|\n");
        foreach (var word in alike[0].Words)
            text.Append(CultureInfo.InvariantCulture, $"| {Code(word)} | {Cell(book.Label(table, alike[0], word))} |\n");
    }

    private static string TypeOf(DatasetColumn column) => column.Type.ToString().ToLowerInvariant();

    private static string Code(string name) => $"`{name}`";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
