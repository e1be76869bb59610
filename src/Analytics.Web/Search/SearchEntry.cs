using Analytics.Web.Text;

namespace Analytics.Web.Search;

/// <summary>What a page that can be found is about.</summary>
public enum SearchKind
{
    Platform,
    TaskType,
    Country,

    /// <summary>A page of the site itself.</summary>
    Page,
}

/// <summary>A page that can be found.</summary>
/// <param name="Path">Address after the language: <c>/platforms/mturk</c>.</param>
/// <param name="Key">What it is of: a slug, the term of a task type, a country's code; the path itself for a page of the site.</param>
/// <param name="English">Its name in English.</param>
/// <param name="Indonesian">Its name in Indonesian.</param>
public sealed record SearchEntry(SearchKind Kind, string Path, string Key, string English, string Indonesian)
{
    /// <summary>Other spellings, of any language.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>How many figures the release has of it: of two that match alike, the one of which more is known comes first.</summary>
    public int Known { get; init; }

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
