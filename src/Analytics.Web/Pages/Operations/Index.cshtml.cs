using Analytics.Models.Corrections;
using Analytics.Models.Operations;

namespace Analytics.Web.Pages.Operations;

/// <summary>What waits for the operator.</summary>
public sealed class IndexModel(ReviewStore review, CorrectionStore corrections) : OperatorPage
{
    public int Reports { get; private set; }

    public int Corrections { get; private set; }

    public async Task OnGetAsync() => (Reports, Corrections) = (await review.CountAsync(Stop), (await corrections.CasesAsync(openOnly: true, Stop)).Count);
}
