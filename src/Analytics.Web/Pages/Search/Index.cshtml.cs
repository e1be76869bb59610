using Analytics.Models;
using Analytics.Models.Platforms;
using Analytics.Web.Pages.Places;
using Analytics.Web.Pages.Platforms;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Search;
using Analytics.Web.Text;
using Microsoft.AspNetCore.Mvc;

namespace Analytics.Web.Pages.Search;

/// <summary>Finds pages of the site. Not kept in the output cache: anybody could fill it with words.</summary>
public sealed class IndexModel : ReleasePage
{
    /// <summary>What was asked for; null where nothing was.</summary>
    public string? Query { get; private set; }

    public IReadOnlyList<SearchEntry> Found { get; private set; } = [];

    /// <summary>The way of being paid that was asked for; null where it was something else.</summary>
    public SearchEntry? Payout { get; private set; }

    /// <summary>What platforms are known to pay that way.</summary>
    public IReadOnlyList<Said> PaidSo =>
        [.. PayoutWays.Of(Asked.Release, Payout!.Key).Select(known => new Said(Asked, known.Platform, [TopicFacts.Of(Asked, StatementTopic.PayoutMethod, known.Said)]))];

    /// <summary>The ways that some platform pays, each with its name.</summary>
    public IEnumerable<string> OtherWays => PayoutWays.Known(Asked.Release).Select(way => FactWords.Method(Text, way));

    /// <summary>What looks most like the query, where nothing was found.</summary>
    public IReadOnlyList<SearchEntry> Near { get; private set; } = [];

    public IActionResult OnGet()
    {
        Query = Asked.Chosen(Request.Query, "q")?.Trim() is { Length: > 0 } query ? query : null;
        if (Query is null)
            return Page();
        if (Query.Length > SearchIndex.LongestQuery)
            return StatusCode(StatusCodes.Status400BadRequest);
        var index = SiteIndex.Of(Asked.Release);
        var hits = index.Find(Query);
        Payout = hits.FirstOrDefault(hit => hit.Entry.Kind == SearchKind.Payout && hit.Match == hits[0].Match && hit.Match <= SearchMatch.Typo)?.Entry;
        Found = [.. hits.Select(hit => hit.Entry).Where(entry => entry != Payout)];
        Near = hits.Count == 0 ? index.Nearest(Query) : [];
        return Page();
    }

    /// <summary>What it is, and its figure where one is known: "Platform · $3.76 per hour · …".</summary>
    public string About(SearchEntry entry) =>
        string.Join(" · ", new[] { Text[$"search.kind.{Term.Of(entry.Kind)}"], Headline.Of(Asked, entry) }.OfType<string>());
}
