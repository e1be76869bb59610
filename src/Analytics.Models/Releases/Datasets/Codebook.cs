using System.Collections.Frozen;
using System.Text.Json;

namespace Analytics.Models.Releases.Datasets;

/// <summary>What is told of the dataset as a whole.</summary>
/// <param name="Simulated">Added to the name where reports are made up.</param>
/// <param name="SimulatedNote">Added to the description where reports are made up.</param>
/// <param name="Sources">Where the data comes from, in words.</param>
/// <param name="Measurement">How it is measured.</param>
/// <param name="Coverage">The place it is of.</param>
public sealed record DatasetText(
    string Name, string Simulated, string Description, string SimulatedNote, IReadOnlyList<string> Keywords, IReadOnlyList<string> Sources, IReadOnlyList<string> Measurement, string Coverage)
{
    /// <summary>The description, which says so where reports are made up.</summary>
    public string DescriptionOf(ReleaseHead release) => release.Simulated ? $"{Description} {SimulatedNote}" : Description;

    /// <summary>The name, which says so where reports are made up.</summary>
    public string NameOf(ReleaseHead release) => release.Simulated ? $"{Name} ({Simulated})" : Name;
}

/// <summary>What is told of a table.</summary>
/// <param name="Description">What a row is, and what it is not.</param>
/// <param name="Use">How to use it.</param>
public sealed record TableText(string Title, string Description, string Use);

/// <summary>What is told of a column.</summary>
/// <param name="Meaning">What it says, in which unit, made by whom, and what to beware of.</param>
public sealed record ColumnText(string Title, string Meaning);

/// <summary>What every table, column and word of the dataset means, in one language.</summary>
public sealed class Codebook
{
    private static readonly FrozenDictionary<string, Lazy<Codebook>> Shipped = new[] { "en", "id" }.ToFrozenDictionary(language => language, language => new Lazy<Codebook>(() => new(language)));

    private readonly CodebookText text;

    private Codebook(string language)
    {
        Language = language;
        text = JsonSerializer.Deserialize<CodebookText>(Embedded.Text($"codebook/codebook.{language}.json"), JsonSerializerOptions.Web)
            ?? throw new FormatException($"codebook.{language}.json is empty.");
    }

    /// <summary>The languages there are.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "id"];

    /// <summary>The one that machine-readable descriptions and citations are in.</summary>
    public static Codebook English => In("en");

    public string Language { get; }

    public DatasetText Dataset => text.Dataset;

    internal CodebookPage Page => text.Page;

    /// <summary>The codebook in <paramref name="language"/>.</summary>
    /// <exception cref="KeyNotFoundException">It is none of <see cref="Languages"/>.</exception>
    public static Codebook In(string language) => Shipped[language].Value;

    public TableText Of(DatasetTable table)
    {
        var told = text.Tables[table.Name];
        return new(told.Title, told.Description, told.Use);
    }

    public ColumnText Of(DatasetTable table, DatasetColumn column)
    {
        var told = text.Tables[table.Name].Columns.GetValueOrDefault(column.Name) ?? text.Common[column.Name];
        return new(told[0], told[1]);
    }

    /// <summary>What <paramref name="word"/> of <paramref name="column"/> means.</summary>
    /// <exception cref="KeyNotFoundException">The column has no such word.</exception>
    public string Label(DatasetTable table, DatasetColumn column, string word) => text.Words[WordsOf(table.Name, column.Name)][word];

    /// <summary>The meaning of a column, and what its blanks mean.</summary>
    public string Whole(DatasetTable table, DatasetColumn column)
    {
        var parts = new List<string> { Of(table, column).Meaning };
        if (column.List)
            parts.Add(Page.List);
        if (column.BlankColumn is { } blank)
            parts.Add(Page.BlankSays.Replace("{column}", blank, StringComparison.Ordinal));
        return string.Join(' ', parts);
    }

    /// <summary>Every place that has a text, as <c>tables/rates/cell</c>, <c>common/cell</c> and <c>words/kind/self-report</c>.</summary>
    internal IEnumerable<string> Places() =>
    [
        .. text.Common.Keys.Select(column => $"common/{column}"),
        .. text.Tables.SelectMany(table => table.Value.Columns.Keys.Select(column => $"tables/{table.Key}/{column}").Prepend($"tables/{table.Key}")),
        .. text.Words.SelectMany(words => words.Value.Keys.Select(word => $"words/{words.Key}/{word}")),
    ];

    /// <summary>The places that the texts of <paramref name="table"/> are at.</summary>
    internal IEnumerable<string> PlacesOf(DatasetTable table)
    {
        var own = text.Tables[table.Name].Columns;
        return
        [
            $"tables/{table.Name}",
            .. table.Columns.Select(column => own.ContainsKey(column.Name) ? $"tables/{table.Name}/{column.Name}" : $"common/{column.Name}"),
            .. table.Columns.SelectMany(column => column.Words.Select(word => $"words/{WordsOf(table.Name, column.Name)}/{word}")),
        ];
    }

    // Columns of one name may have different words, and several columns the same.
    private static string WordsOf(string table, string column) => (table, column) switch
    {
        ("claims", "paid_only_blank" or "all_in_blank") => "gap",
        ("claims", "basis") => "pay_basis",
        ("rates", "basis") => "estimate_basis",
        ("platforms", "task_types") => "task_type",
        _ => column.EndsWith("_blank", StringComparison.Ordinal) ? "blank" : column,
    };

    private sealed record CodebookText(
        DatasetText Dataset, CodebookPage Page, IReadOnlyDictionary<string, string[]> Common, IReadOnlyDictionary<string, CodebookTable> Tables,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Words);

    private sealed record CodebookTable(string Title, string Description, string Use, IReadOnlyDictionary<string, string[]> Columns);
}

/// <summary>The words around the tables of a codebook file.</summary>
internal sealed record CodebookPage(
    string Title, string Intro, string Blanks, string Use, string Key, string NoKey, string Column, string Type, string Unit, string Meaning, string Word, string Columns, string Words,
    string Always, string BlankSays, string BlankPlain, string List, IReadOnlyDictionary<string, string> Types, string WordsOf);
