using Analytics.Web.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Analytics.Web.Search;

/// <summary>What a page that can be found is about.</summary>
public enum SearchKind
{
    Platform,
    TaskType,
    Country,

    /// <summary>A province or state with a minimum wage of its own.</summary>
    Region,

    /// <summary>A way in which platforms pay out: a wallet, a bank.</summary>
    Payout,

    /// <summary>A page of the site itself.</summary>
    Page,
}

/// <summary>A page that can be found.</summary>
/// <param name="Path">Address after the language: <c>/platforms/mturk</c>.</param>
/// <param name="Key">What it is of: a slug, the term of a task type, a country's code, a region, a way of paying out; the path itself for a page of the site.</param>
/// <param name="English">Its name in English.</param>
/// <param name="Indonesian">Its name in Indonesian.</param>
public sealed record SearchEntry(SearchKind Kind, string Path, string Key, string English, string Indonesian)
{
    /// <summary>What is chosen on that page; empty where the page itself is meant.</summary>
    public IReadOnlyList<(string Name, string? Value)> Query { get; init; } = [];

    /// <summary>Other spellings, of any language.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>How many figures the release has of it: of two that match alike, the one of which more is known comes first.</summary>
    public int Known { get; init; }

    /// <summary>Address after the language with what is chosen there.</summary>
    public string Address => QueryHelpers.AddQueryString(Path, Query.Select(choice => new KeyValuePair<string, string?>(choice.Name, choice.Value)));

    public string NameIn(SiteLanguage language) => language == SiteLanguage.Indonesian ? Indonesian : English;
}

/// <summary>How a page was found; the closest first.</summary>
public enum SearchMatch
{
    Name,
    Alias,

    /// <summary>A name or alias begins with what was asked.</summary>
    Prefix,

    /// <summary>Every word asked for begins a word of a name or alias.</summary>
    Word,

    /// <summary>As one of those, but for a slip of the keys.</summary>
    Typo,

    /// <summary>Some of the words asked for stand in a name or alias.</summary>
    Part,
}

/// <summary>A page found.</summary>
public sealed record SearchHit(SearchEntry Entry, SearchMatch Match);
