using Analytics.Models;
using Analytics.Models.Evidence;
using Analytics.Models.Rollups;
using Analytics.Web.Charts;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Pages.Charts;

/// <summary>The choices of a chart as a form, whichever form it is: what its names mean is the same everywhere on the site.</summary>
internal static class ChartControls
{
    /// <summary>A choice for each name that has a list, with what is chosen now.</summary>
    public static IEnumerable<Select> Of(Asked asked, ChartForm form, IQueryCollection query) =>
        from name in form.Names
        let options = Options(asked, name)
        // Of several platforms there is no one choice; they are kept as they are.
        where options is not null && query[name].Count <= 1
        let all = name == "measure" ? null : asked.Text["form.all"]
        select new Select(name, Label(asked, name), all, Asked.Chosen(query, name)?.ToLowerInvariant(), options);

    /// <summary>What else the address chooses, to be kept when the form is sent.</summary>
    public static IEnumerable<(string Name, string Value)> Kept(Asked asked, ChartForm form, IQueryCollection query) =>
        from name in form.Names
        where Options(asked, name) is null || query[name].Count > 1
        from value in query[name]
        where value is { Length: > 0 }
        select (name, value);

    private static string Label(Asked asked, string name) => asked.Text[name == "platform" ? "compare.column.platform" : $"compare.{name}"];

    private static IEnumerable<(string Value, string Word)>? Options(Asked asked, string name) => name switch
    {
        "platform" => asked.Release.Release.Platforms.OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase).Select(p => (p.Slug, p.Name)),
        "task" => asked.Release.Tasks.Select(task => (Term.Of(task), asked.Text.Word(task))),
        "experience" => asked.Release.Bands.Select(band => (Term.Of(band), asked.Text.Word(band))),
        "country" => asked.Release.EvidenceCountries.Select(code => (code.ToLowerInvariant(), asked.Country(code)!)).OrderBy(c => c.Item2, StringComparer.Ordinal),
        "kind" => Enum.GetValues<CoarseKind>().Select(kind => (Term.Of(kind), asked.Text.Word(kind))),
        "measure" => Enum.GetValues<PayMeasure>().Select(measure => (Term.Of(measure), asked.Text.Word(measure))),
        _ => null,
    };
}
