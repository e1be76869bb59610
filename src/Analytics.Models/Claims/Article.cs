namespace Analytics.Models.Claims;

/// <summary>What a block of an article is.</summary>
public enum BlockKind
{
    Heading,
    Paragraph,
    ListItem,

    /// <summary>One row of a table; <see cref="Block.Headers"/> and <see cref="Block.Cells"/> hold its columns.</summary>
    TableRow,
    Quote,

    /// <summary>The beginning of a forum post or comment of another author.</summary>
    Post,
}

/// <summary>One block of an article's text, in reading order.</summary>
/// <param name="Kind">What the block is.</param>
/// <param name="Text">Its text, never empty. White space is folded on pages; in plain text a paragraph keeps its line ends.</param>
public sealed record Block(BlockKind Kind, string Text)
{
    /// <summary>Level of a heading, 1 to 6; 0 for anything else.</summary>
    public int Level { get; init; }

    /// <summary>Who wrote the post this block belongs to; null outside threads.</summary>
    public string? Author { get; init; }

    /// <summary>Column headers of a table row, as many as <see cref="Cells"/>; empty when the table has none.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>Cells of a table row.</summary>
    public IReadOnlyList<string> Cells { get; init; } = [];
}

/// <summary>Pay of a schema.org <c>JobPosting</c>, as the page's metadata states it.</summary>
public sealed record JobOffer(
    string Title, string? Employer, decimal? AmountMin, decimal? AmountMax, string? Currency, string? Unit,
    DateOnly? ValidThrough, IReadOnlyList<string> Countries, string Quote);

/// <summary>A page reduced to what was written in it.</summary>
public sealed record Article
{
    /// <summary>The text, block by block.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>Title without the site's name; null when the page states none.</summary>
    public string? Title { get; init; }

    public string? Author { get; init; }

    /// <summary>Name of the site or publication.</summary>
    public string? Site { get; init; }

    /// <summary>When it was published, as the page states.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Two-letter language code; null when neither stated nor recognised.</summary>
    public string? Language { get; init; }

    /// <summary>ISO 3166 two-letter code of the publication's country, where its address or metadata tells.</summary>
    public string? Country { get; init; }

    /// <summary>The address the page gives itself.</summary>
    public Uri? Canonical { get; init; }

    /// <summary>Job offers in the page's metadata.</summary>
    public IReadOnlyList<JobOffer> Offers { get; init; } = [];

    /// <summary>An article of plain text or Markdown: headings, list items, quotes, table rows and paragraphs.</summary>
    public static Article FromText(string text, string? language = null, string? title = null) => new()
    {
        Title = title,
        Language = language,
        Blocks = PlainText.Blocks(text),
    };
}
