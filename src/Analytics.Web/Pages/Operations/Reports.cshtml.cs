using Analytics.Models;
using Analytics.Models.Operations;
using Analytics.Models.Reports;

namespace Analytics.Web.Pages.Operations;

/// <summary>The reports that wait for a person, the longest first.</summary>
public sealed class ReportsModel(ReviewStore review) : OperatorPage
{
    private const int Most = 100;

    public IReadOnlyList<HeldReport> Held { get; private set; } = [];

    public int Waiting { get; private set; }

    /// <summary>What was just decided, as the address says: a term of <see cref="ReviewOutcome"/>, or <c>gone</c>; null for nothing.</summary>
    public string? Done => Request.Query["done"].ToString() is var done && (done == ReportModel.Gone || Term.Find<ReviewOutcome>(done) is not null) ? done : null;

    public async Task OnGetAsync() => (Waiting, Held) = (await review.CountAsync(Stop), await review.WaitingAsync(Most, Stop));
}
