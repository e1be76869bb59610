using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics.Models;

namespace Analytics.Web.Text;

/// <summary>
/// The words of the site in one language, from the files of <c>Text/{code}/</c>, one for each room of the site. Values may hold places to fill, written <c>{name}</c>.
/// </summary>
public sealed partial class SiteText
{
    private static readonly FrozenDictionary<SiteLanguage, SiteText> Texts =
        SiteLanguage.All.ToFrozenDictionary(language => language, language => new SiteText(language, Read(language)));

    private readonly FrozenDictionary<string, string> words;

    private SiteText(SiteLanguage language, FrozenDictionary<string, string> words)
    {
        this.words = words;
        Language = language;
        Figures = new FigureText(this);
    }

    public SiteLanguage Language { get; }

    /// <summary>Numbers, money, dates and ages as this language writes them.</summary>
    public FigureText Figures { get; }

    public IEnumerable<string> Keys => words.Keys;

    /// <summary>The words under <paramref name="key"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key; the message names it.</exception>
    public string this[string key] => words.TryGetValue(key, out var text)
        ? text
        : throw new KeyNotFoundException($"Text/{Language.Code}/ has no '{key}'. Add it there and in the other languages.");

    public static SiteText Of(SiteLanguage language) => Texts[language];

    /// <summary>The words under <paramref name="key"/> with each <c>{name}</c> filled.</summary>
    public string Fill(string key, params ReadOnlySpan<(string Name, string Value)> places)
    {
        var text = this[key];
        foreach (var (name, value) in places)
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        return text;
    }

    /// <summary>"1 report", "5 reports": <c>{key}.one</c> or <c>{key}.other</c> with <c>{n}</c> filled.</summary>
    public string Count(string key, long n) => Fill($"{key}.{(n == 1 ? "one" : "other")}", ("n", Figures.Number(n)));

    /// <summary>The word for an enumerated value: key <c>FigureKind.self-report</c>.</summary>
    public string Word<T>(T value) where T : struct, Enum => this[$"{typeof(T).Name}.{Term.Of(value)}"];

    /// <summary>The names of the places in a text, sorted.</summary>
    public static IReadOnlyList<string> Places(string text) =>
        [.. Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    private static FrozenDictionary<string, string> Read(SiteLanguage language)
    {
        var site = typeof(SiteText).Assembly;
        var files = site.GetManifestResourceNames().Where(name => name.StartsWith($"Text.{language.Code}.", StringComparison.Ordinal));
        // Add and not set: a key written in two files is refused.
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            using var content = site.GetManifestResourceStream(file)!;
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(content)!)
                words.Add(key, text);
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();
}
