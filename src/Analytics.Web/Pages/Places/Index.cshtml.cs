using Analytics.Models.Rollups;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;
using Microsoft.AspNetCore.OutputCaching;

namespace Analytics.Web.Pages.Places;

/// <summary>Countries that anything is known of: those with figures of pay, and those of which only the legal minimum is known.</summary>
[OutputCache(PolicyName = ReleaseCache.Policy)]
public sealed class IndexModel : ReleasePage
{
    public void OnGet()
    {
    }

    /// <summary>Countries by name with what is known of pay there; null where that is nothing.</summary>
    public ILookup<bool, (string Code, string Name, string? Known)> ByPay() => Asked.Release.CountryCodes
        .Select(code => (Code: code, Name: Asked.Country(code)!, Known: Known(code)))
        .OrderBy(c => c.Name, StringComparer.CurrentCulture).ToLookup(c => c.Known is not null);

    private string? Known(string code)
    {
        var reports = Asked.WholeOf(code, PayMeasure.PaidOnly)?.Contributors;
        string?[] known =
        [
            reports is { } n ? Text.Fill("figure.aboutReports", ("n", Text.Figures.Number(n))) : null,
            Asked.FiguresIn(code).Count() is > 0 and var figures ? Text.Count("platforms.figures", figures) : null,
        ];
        return known.OfType<string>().ToList() is { Count: > 0 } said ? string.Join(", ", said) : null;
    }
}
