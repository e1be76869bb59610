using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Analytics.Models.Claims;

/// <summary>What a language's lexicon file holds. Every list is phrases in lower case.</summary>
internal sealed record LexiconFile
{
    public required string Language { get; init; }

    /// <summary>Frequent small words by which the language is recognised.</summary>
    public required IReadOnlyList<string> FunctionWords { get; init; }

    /// <summary>Endings to try without: "-nya", "'s".</summary>
    public IReadOnlyList<string> Suffixes { get; init; } = [];

    /// <summary>Words whose full stop ends no sentence.</summary>
    public IReadOnlyList<string> Abbreviations { get; init; } = [];

    /// <summary>Other languages whose cues count in texts of this one, which borrow their words; amounts and units count from all.</summary>
    public IReadOnlyList<string> AlsoReads { get; init; } = [];

    /// <summary>Currency of a multiplied number without a sign ("dibayar 4 ribu"); null where the language does not tell.</summary>
    public string? BareCurrency { get; init; }

    /// <summary>Whether a full stop before exactly three digits separates thousands.</summary>
    public bool DotIsThousands { get; init; }

    public IReadOnlyDictionary<string, decimal> Numbers { get; init; } = new Dictionary<string, decimal>();
    public IReadOnlyDictionary<string, decimal> Multipliers { get; init; } = new Dictionary<string, decimal>();
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Currencies { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Cents { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Units { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
    public IReadOnlyDictionary<string, IReadOnlyList<string>> UnitAdverbs { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tasks { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Countries { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Cues { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
    public StatementLexicon Statements { get; init; } = StatementLexicon.None;
}

/// <summary>A currency as the reader recognises it, whatever the language.</summary>
/// <param name="Code">ISO 4217 code.</param>
/// <param name="Signs">Signs and short forms before or after a number: <c>Rp</c>, <c>£</c>, <c>A$</c>.</param>
/// <param name="PerDollar">Rough units for one US dollar; only used to recognise that two amounts are one, never to convert.</param>
/// <param name="Country">Country that the currency gives away; null for those of many countries.</param>
/// <param name="DotIsThousands">Whether amounts in it are written with full stops between thousands.</param>
internal sealed record CurrencyEntry(string Code, IReadOnlyList<string> Signs, decimal PerDollar, string? Country = null, bool DotIsThousands = false);

/// <summary>A platform that texts name and the catalogue does not hold.</summary>
/// <param name="Name">Canonical name.</param>
/// <param name="Aliases">Other spellings.</param>
/// <param name="TaskTypes">What is done there.</param>
/// <param name="IsChannel">Whether people also tell there of work done elsewhere; another platform in the sentence then goes first.</param>
internal sealed record OtherPlatform(string Name, IReadOnlyList<string> Aliases, IReadOnlyList<string> TaskTypes, bool IsChannel = false);

/// <summary>The embedded lexicons: one per language, the currencies, and platforms beyond the catalogue.</summary>
internal static class LexiconFiles
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    private const string Folder = "lexicons/";
    private static readonly FrozenSet<string> Shared = FrozenSet.Create("currencies.json", "other_platforms.json", "common_words.json", "weights.json");

    /// <summary>The languages' files, by name.</summary>
    public static IReadOnlyList<LexiconFile> Languages() =>
        [.. Names().Where(name => !Shared.Contains(name)).Select(Read<LexiconFile>)];

    public static IReadOnlyList<CurrencyEntry> Currencies() => Read<IReadOnlyList<CurrencyEntry>>("currencies.json");

    public static IReadOnlyList<OtherPlatform> OtherPlatforms() => Read<IReadOnlyList<OtherPlatform>>("other_platforms.json");

    /// <summary>Platform names that are also ordinary words and need their capital and a word such as "on" before them.</summary>
    public static IReadOnlyList<string> CommonWords() => Read<IReadOnlyList<string>>("common_words.json");

    public static Weights Weights() => Read<Weights>("weights.json");

    private static IEnumerable<string> Names() => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name => name[Folder.Length..]).Order(StringComparer.Ordinal);

    private static T Read<T>(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + name)
            ?? throw new InvalidOperationException($"The lexicon '{name}' is not embedded; check Claims/Lexicons and the project file.");
        return JsonSerializer.Deserialize<T>(stream, Options)
            ?? throw new InvalidOperationException($"The lexicon '{name}' is empty.");
    }
}
