using Analytics.Models.Claims;

namespace Analytics.Ingest.Pages;

/// <summary>Reads a table of data row by row with its headers. Tables that only lay out a page are not data.</summary>
internal static class TableRows
{
    private const int MostColumns = 60;
    private const int MostRows = 5_000;

    /// <summary>The rows, the header row first; null when the table is one for layout and its content is to be read as blocks.</summary>
    public static List<Block>? Read(PageNode table)
    {
        if (IsLayout(table))
            return null;
        var rows = Rows(table);
        if (rows.Count == 0 || rows.Max(r => r.Cells.Count) < 2)
            return null;
        var headerRow = rows[0].IsHeader || LooksLikeHeader(rows) ? rows[0] : null;
        var blocks = table.Children.Where(c => c.Name == "caption" && c.Words > 0)
            .Select(c => new Block(BlockKind.Paragraph, c.FoldedText())).ToList();
        foreach (var row in rows.Where(r => r.Own.Any(c => c.Length > 0)))
        {
            blocks.Add(new Block(BlockKind.TableRow, string.Join(" | ", row.Own.Where(c => c.Length > 0)))
            {
                Headers = headerRow is null || row == headerRow ? [] : Fit(headerRow.Cells, row.Cells.Count),
                Cells = row.Cells,
            });
        }

        return blocks;
    }

    private static bool IsLayout(PageNode table)
    {
        if (table.Attribute("role") is "presentation" or "none")
            return true;
        var inside = table.Elements().Skip(1).ToList();
        if (inside.Exists(e => e.Name is "table" or "h1" or "h2" or "article" or "blockquote" or "form" or "main"))
            return true;
        if (inside.Exists(e => e.Name is "th" or "thead" or "caption"))
            return false;
        var cells = inside.FindAll(e => e.Name == "td");
        return cells.Count < 2 || cells.Exists(c => c.Words > 120) || cells.Count(c => c.GoodWords > 30) > cells.Count / 2;
    }

    private static List<Row> Rows(PageNode table)
    {
        var rows = new List<Row>();
        var carried = new Dictionary<int, (string Text, int Rows)>();
        foreach (var line in table.Elements().Where(e => e.Name == "tr").Take(MostRows))
        {
            var cells = line.Children.FindAll(c => c.Name is "td" or "th");
            if (cells.Count > 0)
                rows.Add(ReadRow(line, cells, carried));
        }

        return rows;
    }

    private static Row ReadRow(PageNode line, List<PageNode> cells, Dictionary<int, (string Text, int Rows)> carried)
    {
        var (all, own) = (new List<string>(), new List<string>());
        foreach (var cell in cells)
        {
            TakeCarried(all, carried);
            var text = cell.FoldedText();
            own.Add(text);
            for (var i = Span(cell, "colspan", 20); i > 0 && all.Count < MostColumns; i--)
            {
                if (Span(cell, "rowspan", 200) is var down and > 1)
                    carried[all.Count] = (text, down - 1);
                all.Add(text);
            }
        }

        TakeCarried(all, carried);
        var isHeader = line.Parent?.Name == "thead" || cells.TrueForAll(c => c.Name == "th");
        return new(all, own, isHeader);
    }

    private static void TakeCarried(List<string> cells, Dictionary<int, (string Text, int Rows)> carried)
    {
        while (cells.Count < MostColumns && carried.Remove(cells.Count, out var above))
        {
            if (above.Rows > 1)
                carried[cells.Count] = (above.Text, above.Rows - 1);
            cells.Add(above.Text);
        }
    }

    // Without <th>: a first row without figures over rows that have some.
    private static bool LooksLikeHeader(List<Row> rows) =>
        rows.Count > 1 && rows[0].Cells.Count > 1 && rows[0].Cells.All(c => c.Length is > 0 and < 60 && !c.Any(char.IsDigit))
        && rows.Skip(1).All(r => r.Cells.Any(c => c.Any(char.IsDigit)));

    private static List<string> Fit(List<string> headers, int count) =>
        [.. Enumerable.Range(0, count).Select(i => i < headers.Count ? headers[i] : "")];

    private static int Span(PageNode cell, string name, int most) =>
        int.TryParse(cell.Attribute(name), out var span) ? Math.Clamp(span, 1, most) : 1;

    /// <param name="Cells">With what spans from the left and from above.</param>
    /// <param name="Own">As written in this row.</param>
    /// <param name="IsHeader">A row of headers by its markup.</param>
    private sealed record Row(List<string> Cells, List<string> Own, bool IsHeader);
}
