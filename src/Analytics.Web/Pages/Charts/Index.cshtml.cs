using Analytics.Web.Charts;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Search;
using Microsoft.AspNetCore.Mvc;

namespace Analytics.Web.Pages.Charts;

/// <summary>The gallery: charts to be looked at, taken as files and embedded. Not kept in the output cache: anybody could fill it with words.</summary>
public sealed class IndexModel(ChartForms forms) : ReleasePage
{
    private static readonly string[] Subjects = ["platform", "task", "country"];

    /// <summary>What was asked for; null where nothing was.</summary>
    public string? Query { get; private set; }

    /// <summary>The charts that are shown as pictures.</summary>
    public IReadOnlyList<SearchEntry> Shown { get; private set; } = [];

    /// <summary>All others by what they are of, as links; none while something is searched.</summary>
    public IReadOnlyList<(string Subject, IReadOnlyList<SearchEntry> Charts)> Listed { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        Query = Asked.Chosen(Request.Query, "q")?.Trim() is { Length: > 0 } query ? query : null;
        if (Query?.Length > SearchIndex.LongestQuery)
            return StatusCode(StatusCodes.Status400BadRequest);
        var gallery = await Gallery.OfAsync(Asked, forms, HttpContext.RequestAborted);
        Shown = Query is null ? [.. gallery.Forms] : gallery.Find(Query);
        if (Query is null)
            Listed = [.. Subjects.Select(subject => (subject, (IReadOnlyList<SearchEntry>)[.. gallery.Of(subject)])).Where(list => list.Item2.Count > 0)];
        return Page();
    }

    /// <summary>Address of the drawing of a chart within the site, in the language and currency of the page.</summary>
    public string Drawing(SearchEntry entry) => $"/charts/{entry.Key}.svg{Asked.FileQuery([.. entry.Query, ("lang", Text.Language.Code), ("width", "480")])}";
}
