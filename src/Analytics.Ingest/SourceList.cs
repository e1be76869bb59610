using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Analytics.Ingest.Discovery;
using Analytics.Models;
using Analytics.Models.Sources;

namespace Analytics.Ingest;

/// <summary>
/// A list of what to collect from on schedule: JSON objects of address, kind (<c>page</c>, <c>feed</c> or <c>sitemap</c>; page where none is given),
/// language, note, and for feeds and sitemaps words and otherHosts.
/// </summary>
internal static class SourceList
{
    /// <summary>The list shipped with the program.</summary>
    public static IReadOnlyList<Source> Shipped() => Read("sources.json", Text());

    /// <summary>The list in <paramref name="json"/>; <paramref name="file"/> is named in messages.</summary>
    /// <exception cref="FormatException">It is no such list; the message names the line and the field.</exception>
    public static IReadOnlyList<Source> Read(string file, string json)
    {
        Entry[] entries;
        try
        {
            entries = JsonSerializer.Deserialize<Entry[]>(json, Strict) ?? throw new JsonException("it is null.");
        }
        catch (JsonException fault)
        {
            throw new FormatException($"{file}{(fault.LineNumber is { } line ? $", line {line + 1}" : "")}: no list of sources, objects with address, kind, language, note, words and otherHosts: {fault.Message}", fault);
        }

        var lines = Lines(json);
        var sources = new Dictionary<string, Source>();
        for (var i = 0; i < entries.Length; i++)
        {
            try
            {
                var source = Make(entries[i].Address, entries[i].Kind, entries[i].Language, entries[i].Note, entries[i].Words, entries[i].OtherHosts, SourceOrigin.Default);
                if (!sources.TryAdd(source.Address, source))
                    throw new FormatException($"address '{source.Address}' is there twice");
            }
            catch (FormatException fault)
            {
                throw new FormatException($"{file}, line {lines[i]}: {fault.Message}.", fault);
            }
        }

        return [.. sources.Values];
    }

    /// <summary>A source as an operator names it, in a list or a command.</summary>
    /// <exception cref="FormatException">The message names the field and says what is wrong with it.</exception>
    public static Source Make(string? address, string? kind, string? language, string? note, string? words, bool otherHosts, SourceOrigin origin)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new FormatException($"address '{address}' is not a web address such as https://example.org/feed.xml");
        if (Term.Find<SourceKind>(kind ?? "page") is not { } known || known == SourceKind.File)
            throw new FormatException($"kind '{kind}' is none of page, feed, sitemap");
        if (language is not null && (language.Length != 2 || !language.All(char.IsAsciiLetterLower)))
            throw new FormatException($"language '{language}' is not a two-letter code such as en or id");
        if (words is not null && known == SourceKind.Page)
            throw new FormatException("words choose among the pages that a feed or sitemap names; this is a page");
        if (otherHosts && known != SourceKind.Feed)
            throw new FormatException("otherHosts goes with a feed; a sitemap names pages of its own host only");
        _ = WordFilter.Parse(words);
        return new(PageAddress.Spell(uri), known, language, note, origin) { Words = words, OtherHosts = otherHosts };
    }

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private static string Text()
    {
        using var stream = typeof(SourceList).Assembly.GetManifestResourceStream("sources.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    // The line each object of the list begins on.
    private static List<int> Lines(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var lines = new List<int>();
        while (reader.Read())
        {
            if (reader.CurrentDepth == 1 && reader.TokenType is JsonTokenType.StartObject)
                lines.Add(1 + bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n'));
        }

        return lines;
    }

    private sealed record Entry(string? Address, string? Kind, string? Language, string? Note, string? Words, bool OtherHosts);
}
