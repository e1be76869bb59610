using Analytics.Models.Corrections;

namespace Analytics.Web.Pages.Operations;

/// <summary>The open cases, to be read; they are answered on the command line.</summary>
public sealed class CorrectionsModel(CorrectionStore corrections) : OperatorPage
{
    public IReadOnlyList<Correction> Open { get; private set; } = [];

    /// <summary>When the page was asked for.</summary>
    public DateTimeOffset Asked => Now;

    public async Task OnGetAsync() => Open = await corrections.CasesAsync(openOnly: true, Stop);
}
