using Analytics.Models.Evidence;
using Analytics.Models.Hourly;
using Analytics.Models.Observations;
using Analytics.Models.Releases;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;
using Microsoft.AspNetCore.OutputCaching;

namespace Analytics.Web.Pages.Methods;

/// <summary>How a number is made, shown with figures of the release itself.</summary>
[OutputCache(PolicyName = ReleaseCache.Policy)]
public sealed class IndexModel : ReleasePage
{
    /// <summary>The same workers measured both ways by one study.</summary>
    public (FigureRow Paid, FigureRow All)? BothWays { get; private set; }

    /// <summary>A total for a number of tasks, without the hours.</summary>
    public FigureRow? PerTask { get; private set; }

    /// <summary>All-in pay worked out with assumed unpaid time.</summary>
    public FigureRow? Imputed { get; private set; }

    /// <summary>An amount in another currency.</summary>
    public FigureRow? Converted { get; private set; }

    public void OnGet()
    {
        var figures = Asked.Release.Release.Figures;
        BothWays = figures.Where(f => f.Platform is not null).CountedBothWays();
        PerTask = figures.Where(f => f is { PerTask: not null, PaidOnlyGap: HourlyGap.HoursNotStated, Tasks: > 0 })
            .OrderBy(f => f.Origin != OriginKind.Claim).FirstOrDefault();
        Imputed = figures.Where(f => f is { AllInImputed: true } && f.Kind.Coarse() == CoarseKind.Measured).MaxBy(f => f.Workers ?? 0);
        Converted = figures.FirstOrDefault(f => f.Currency != "USD" && (f.PaidOnly ?? f.AllIn) is not null);
    }

    /// <summary>What the site rests on, and where it is told.</summary>
    public IEnumerable<(string Name, string Href)> Index() =>
    [
        ("method", "#two-numbers"),
        ("evidence", Asked.To("/methods/evidence")),
        ("coverage", Asked.To("/methods/coverage")),
        ("card", Asked.To("/methods/model-card")),
        ("data", Asked.To("/data")),
        ("corrections", Asked.To("/corrections")),
        ("funding", Asked.To("/methods/funding")),
        ("citing", Asked.To("/methods/citing")),
        ("privacy", Asked.To("/privacy")),
        ("terms", Asked.To("/terms")),
    ];

    /// <summary>The paid figure of <see cref="BothWays"/> without the all-in pay that is assumed for it: there it was measured.</summary>
    public FigureRow PaidAlone => BothWays!.Value.Paid with
    {
        AllIn = null,
        AllInImputed = false,
        Factors = [.. BothWays.Value.Paid.Factors.Where(f => f.Name != Factor.UnpaidTime)],
    };

    public FigureEntry Entry(FigureRow figure) => new(Asked, figure);

    /// <summary>The name and address of where a figure stands.</summary>
    public (string Name, string Href) Place(FigureRow figure) => figure.Platform is { } slug
        ? (Asked.Release.Release.Platform(slug)?.Name ?? slug, Asked.To($"/platforms/{slug}") + $"#f-{figure.Id}")
        : (Asked.Own(figure.Pool) ?? Asked.Subject(figure), Asked.To("/platforms") + $"#f-{figure.Id}");

    public string PaidPay => Asked.Money(BothWays!.Value.Paid.PaidOnly!.Value.Typical);

    public string AllPay => Asked.Money(BothWays!.Value.All.AllIn!.Value.Typical);

    /// <summary>All-in pay as a share of paid-only pay.</summary>
    public decimal Share => BothWays!.Value.All.AllIn!.Value.Typical / BothWays.Value.Paid.PaidOnly!.Value.Typical;
}
