using Analytics.Models.Corrections;
using Analytics.Models.Privacy;
using Analytics.Models.Reports;
using Analytics.Models.Sources;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;
using Microsoft.AspNetCore.OutputCaching;

namespace Analytics.Web.Pages.Privacy;

/// <summary>What is kept of whom, for how long, and what they may ask for. Each sentence must be true of the code: change both together.</summary>
[OutputCache(PolicyName = ReleaseCache.Policy)]
public sealed class IndexModel : ReleasePage
{
    // The day on which the notice was last held against the program.
    private static readonly DateOnly Described = new(2026, 11, 22);

    public Prose Prose => new(Asked, "privacy", "/privacy", ["reading", "logs", "checker", "corrections", "reports", "quoted", "rights", "others"])
    {
        Places =
        [
            ("date", Text.Figures.Date(Described)),
            ("cookie", SiteForms.Cookie),
            ("days", Text.Figures.Number((long)CorrectionPromises.PrivateFor.TotalDays)),
            ("kept", Text.Figures.Number((long)SourcePage.KeptFor.TotalDays)),
            ("takeDown", Text.Figures.Number(CorrectionWay.TakeDown.Days())),
            ("hours", Text.Figures.Number((long)WithdrawalPromise.GoneFromFiles.TotalHours)),
            ("k", Text.Figures.Number(Disclosure.LeastContributors)),
        ],
        Links =
        [
            ("reports", Asked.To("/receipt"), Text["own.find"]),
            ("rights", Asked.To("/corrections/report/take-down"), Text["request.title.take-down"]),
            ("rights", Asked.To("/corrections/report/error"), Text["request.title.error"]),
        ],
    };
}
