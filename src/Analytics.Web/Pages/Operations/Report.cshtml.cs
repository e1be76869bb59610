using System.Globalization;
using Analytics.Models;
using Analytics.Models.Hourly;
using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Operations;
using Analytics.Models.Platforms;
using Analytics.Models.Reports;
using Analytics.Web.Text;
using Microsoft.AspNetCore.Mvc;

namespace Analytics.Web.Pages.Operations;

/// <summary>One report that waits: what it says, why it is held, what stands beside it, and the decision. Nothing here leads to the worker.</summary>
public sealed class ReportModel(ReviewStore review, ExchangeRateStore rates) : OperatorPage
{
    /// <summary>The word for a report that no longer waits.</summary>
    public const string Gone = "gone";

    private const int ShortestReason = 10, LongestReason = 500;

    public HeldReport Held { get; private set; } = null!;

    public ReportNeighbours Beside { get; private set; } = null!;

    /// <summary>US dollars an hour; null where the hours are not told.</summary>
    public decimal? PaidOnly { get; private set; }

    /// <inheritdoc cref="PaidOnly"/>
    public decimal? AllIn { get; private set; }

    /// <summary>Whether the unpaid time in <see cref="AllIn"/> is assumed from studies.</summary>
    public bool IsAssumed { get; private set; }

    /// <summary>What the operator typed as the reason to refuse it.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Which state of the report the page shows, to be sent back with the decision.</summary>
    public string Seen => Held.Report.RevisedAt?.ToString("O", CultureInfo.InvariantCulture) ?? "";

    private string Id => RouteData.Values["id"]!.ToString()!;

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() ? Page() : OnTo($"/reports?done={Gone}");

    public async Task<IActionResult> OnPostAsync()
    {
        DateTimeOffset? seen = DateTimeOffset.TryParse(Sent["seen"], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? at : null;
        switch (Sent["act"].ToString())
        {
            case "accept":
                var platform = Sent["platform"].ToString() is { Length: > 0 } slug ? slug : null;
                if (platform is not null && Catalogue.Load().Find(platform) is null)
                    return BadRequest();
                return Decided(await review.AcceptAsync(Id, seen, platform, By, Now, Stop), ReviewOutcome.Accepted);
            case "refuse":
                Reason = Sent["reason"].ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
                if (Reason.Length is < ShortestReason or > LongestReason)
                    return await ReadAsync() ? Again(ReasonFault()) : OnTo($"/reports?done={Gone}");
                return Decided(await review.RefuseAsync(Id, seen, Reason, By, Now, Stop), ReviewOutcome.Refused);
            default:
                return BadRequest();
        }
    }

    /// <summary>What became of a similar report.</summary>
    public string StateOf(AlikeReport other) => Text["operations.beside." + other switch
    {
        { Review: ReviewOutcome.Accepted } => "accepted",
        { Review: ReviewOutcome.Refused } => "refused",
        { Hold: not null } => "waiting",
        _ => "free",
    }];

    /// <summary>A country's name in the page's language.</summary>
    public string CountryName(string code) => Countries.Find(code) is { } country ? (Text.Language == SiteLanguage.Indonesian ? country.Indonesian : country.English) : code;

    private StatusCodeResult Decided(bool done, ReviewOutcome outcome) => OnTo($"/reports?done={(done ? Term.Of(outcome) : Gone)}");

    private string ReasonFault() => Text.Fill("operations.fault.reason", ("least", Text.Figures.Number(ShortestReason)), ("most", Text.Figures.Number(LongestReason)));

    private async Task<bool> ReadAsync()
    {
        if (await review.FindAsync(Id, Stop) is not { } held)
            return false;
        Held = held;
        Beside = await review.NeighboursAsync(held.Report, Stop);
        // Worked out by the same rules that will do it for good once the report counts.
        var known = await rates.AllAsync(Stop);
        var hourly = new HourlyMethod(known).Apply(new AcceptanceRules(known).Accept(held.Report));
        (PaidOnly, AllIn, IsAssumed) = (hourly.PaidOnly?.Typical, hourly.AllIn?.Typical, hourly.AllInImputed);
        return true;
    }
}
