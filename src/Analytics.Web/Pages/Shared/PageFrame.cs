using Analytics.Web.Text;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.WebUtilities;

namespace Analytics.Web.Pages.Shared;

/// <summary>What the layout says around a page. A page sets it with <c>ViewData.Frame(new PageFrame(…))</c>.</summary>
/// <param name="Text">The words of the page's language.</param>
/// <param name="Title">Title of the page, without the site's name.</param>
/// <param name="Path">Address after the language: <c>/</c>, <c>/platforms/mturk</c>; null for a page that is in no list, such as an error.</param>
public sealed record PageFrame(SiteText Text, string Title, string? Path)
{
    /// <summary>One sentence for search engines and previews.</summary>
    public string? Description { get; init; }

    /// <summary>The picture that announces the page in social networks; null for none.</summary>
    public PreviewImage? Preview { get; init; }

    /// <summary>Whether a chart stands for the page, so that its address can be pasted where charts are embedded (oEmbed).</summary>
    public bool Embeddable { get; init; }

    /// <summary>The way from the first page to this one, itself last; empty for a page that is in no list.</summary>
    public IReadOnlyList<Crumb> Trail { get; init; } = [];

    /// <summary>The data that can be had on this page as JSON-LD, in which no text can end a script element; null for none.</summary>
    public string? Data { get; init; }

    /// <summary>Id of the release the page shows.</summary>
    public string? Release { get; init; }

    /// <summary>Whether the figures are simulated: then every page says so.</summary>
    public bool Simulated { get; init; }

    /// <summary>The query that the page's other language keeps, with its question mark: <c>?task=survey</c>.</summary>
    public string Query { get; init; } = "";

    /// <summary>The same page in <paramref name="language"/>; the first page where this one is in no list. A currency is not named where it is that language's usual one.</summary>
    public string In(SiteLanguage language) => $"/{language.Code}{Path ?? "/"}{(language == Text.Language ? Query : QueryIn(language))}";

    private string QueryIn(SiteLanguage language) => QueryHelpers.AddQueryString("", QueryHelpers.ParseQuery(Query)
        .SelectMany(pair => pair.Value, (pair, value) => new KeyValuePair<string, string?>(pair.Key, value))
        .Where(pair => pair is not { Key: "currency", Value: var code } || code != language.Currency));
}

/// <summary>The frame of a page, kept in its view data.</summary>
public static class PageFrames
{
    public static void Frame(this ViewDataDictionary data, PageFrame frame) => data[nameof(PageFrame)] = frame;

    /// <exception cref="InvalidOperationException">The page has not set its frame.</exception>
    public static PageFrame Frame(this ViewDataDictionary data) => data[nameof(PageFrame)] as PageFrame
        ?? throw new InvalidOperationException("The page has no frame: call ViewData.Frame(new PageFrame(…)) before its markup.");
}
