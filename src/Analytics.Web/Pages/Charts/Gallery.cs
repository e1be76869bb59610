using System.Data.Common;
using System.Runtime.CompilerServices;
using Analytics.Models;
using Analytics.Web.Charts;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Releases;
using Analytics.Web.Search;
using Analytics.Web.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Analytics.Web.Pages.Charts;

/// <summary>The charts that can be picked ready made: each form by itself, and of each platform, kind of work and country that it knows anything of. Made once for a release.</summary>
internal sealed class Gallery
{
    /// <summary>Charts that a search shows at most.</summary>
    public const int MostFound = 24;

    // What a form can be asked about, and where the pages of those are, whose other names a chart is found by as well.
    private static readonly (string Name, string Root)[] Subjects = [("platform", "/platforms"), ("task", "/tasks"), ("country", "/countries")];
    private static readonly ConditionalWeakTable<ShownRelease, Gallery> Made = [];

    private readonly SearchIndex index;

    private Gallery(IReadOnlyList<SearchEntry> entries) => (Entries, index) = (entries, new SearchIndex(entries, SearchWords.Shipped.Noise));

    /// <summary>Every chart: path after the language, what is chosen, and its title in each language.</summary>
    public IReadOnlyList<SearchEntry> Entries { get; }

    /// <summary>One chart of each form: the form by itself, or of that which most is known of where it must be told what to show.</summary>
    public IEnumerable<SearchEntry> Forms => Entries.GroupBy(entry => entry.Key).Select(form => form.FirstOrDefault(entry => entry.Query.Count == 0) ?? form.MaxBy(entry => entry.Known)!);

    /// <summary>Charts that answer a search, the closest first; those most alike where there are none.</summary>
    public IReadOnlyList<SearchEntry> Find(string query)
    {
        var found = index.Find(query, MostFound).Select(hit => hit.Entry).ToList();
        return found.Count > 0 ? found : index.Nearest(query);
    }

    /// <summary>Charts of one subject by form: <c>platform</c>, <c>task</c>, <c>country</c>.</summary>
    public IEnumerable<SearchEntry> Of(string name) => Entries.Where(entry => entry.Query is [var only, ..] && only.Name == name);

    public static async ValueTask<Gallery> OfAsync(Asked asked, ChartForms forms, CancellationToken stop)
    {
        if (Made.TryGetValue(asked.Release, out var made))
            return made;
        var entries = new List<SearchEntry>();
        foreach (var form in forms.All)
        {
            if (await EntryAsync(asked, form, null, null, stop) is { } whole)
                entries.Add(whole);
            foreach (var (name, root) in Subjects.Where(subject => form.Names.Contains(subject.Name)))
            {
                foreach (var (value, page) in Values(asked.Release, name, root))
                {
                    if (await EntryAsync(asked, form, (name, value), page, stop) is { } entry)
                        entries.Add(entry);
                }
            }
        }

        var gallery = new Gallery(entries);
        Made.AddOrUpdate(asked.Release, gallery);
        return gallery;
    }

    private static IEnumerable<(string Value, string Page)> Values(ShownRelease release, string name, string root) => name switch
    {
        "platform" => release.Release.Platforms.OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase).Select(p => (p.Slug, $"{root}/{p.Slug}")),
        "task" => release.Tasks.Select(task => (Term.Of(task), $"{root}/{Term.Of(task)}")),
        _ => release.EvidenceCountries.Select(code => (code, $"{root}/{code.ToLowerInvariant()}")),
    };

    // A chart without figures, or one that needs more than this choice, is not for picking.
    private static async ValueTask<SearchEntry?> EntryAsync(Asked asked, ChartForm form, (string Name, string Value)? choice, string? page, CancellationToken stop)
    {
        var query = choice is var (name, value) ? new QueryCollection(QueryHelpers.ParseQuery(QueryString.Create(name, value).Value)) : QueryCollection.Empty;
        var titles = new List<string>();
        foreach (var language in SiteLanguage.All)
        {
            if (await TitleAsync(asked with { Text = SiteText.Of(language) }, form, query, stop) is not { } title)
                return null;
            titles.Add(title);
        }

        var subject = page is null ? null : SiteIndex.Of(asked.Release).At(page);
        return new(SearchKind.Page, $"/charts/{form.Name}", form.Name, titles[0], titles[1])
        {
            Query = choice is var (chosen, of) ? [(chosen, of)] : [],
            Aliases = subject is null ? [] : [subject.English, subject.Indonesian, .. subject.Aliases],
            Known = subject?.Known ?? 0,
        };
    }

    private static async ValueTask<string?> TitleAsync(Asked asked, ChartForm form, IQueryCollection query, CancellationToken stop)
    {
        try
        {
            var faults = new Dictionary<string, string>();
            var chart = await form.ReadAsync(new(asked, query, faults), stop);
            return chart is null || chart.IsEmpty || faults.Count > 0 ? null : chart.Series.Title;
        }
        catch (DbException)
        {
            return null;
        }
    }
}
