using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Platforms;

namespace Analytics.Models.Reports;

/// <summary>
/// What a worker told us of work on one platform and task type in one month: pay and hours of all of it, or of one hour, task, day or week like the rest
/// (<see cref="Unit"/>). Money is before tax.
/// </summary>
public sealed record Report
{
    /// <summary>Drawn by lot.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the worker's <see cref="Contributor"/>, which joins the reports of one worker.</summary>
    public required string Contributor { get; init; }

    /// <summary><see cref="FigureKind.SelfReport"/> or <see cref="FigureKind.TrackerLog"/>.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>Catalogue slug; null where <see cref="PlatformName"/> names one that the catalogue does not know.</summary>
    public required string? Platform { get; init; }

    /// <summary>The platform in the worker's words, where the catalogue does not know it.</summary>
    public string? PlatformName { get; init; }

    public required TaskType TaskType { get; init; }

    public ExperienceBand? Experience { get; init; }

    /// <summary>ISO 3166 two-letter code.</summary>
    public string? Country { get; init; }

    /// <summary>Province or state, as the minimum wages have it.</summary>
    public string? Region { get; init; }

    /// <summary>First day of the month worked.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; init; }

    /// <summary>What <see cref="Pay"/>, hours and <see cref="Costs"/> are for: Hour, Task, Day, Week, Month, or Total for all of the month's work.</summary>
    public PayUnit Unit { get; init; } = PayUnit.Total;

    /// <summary>Base, bonuses and tips.</summary>
    public required decimal Pay { get; init; }

    /// <summary>Of <see cref="Pay"/>, bonuses and tips; null where not told apart.</summary>
    public decimal? Bonus { get; init; }

    /// <summary>Fees and expenses; null where not told.</summary>
    public decimal? Costs { get; init; }

    /// <summary>Hours on paid tasks.</summary>
    public decimal? PaidHours { get; init; }

    /// <summary>Hours of searching, onboarding and tests, waiting, rejected and returned work; null where not told.</summary>
    public decimal? UnpaidHours { get; init; }

    /// <summary>Whether <see cref="UnpaidHours"/> was worked out from the gaps between tasks.</summary>
    public bool UnpaidEstimated { get; init; }

    /// <summary>Tasks that <see cref="Pay"/> is for.</summary>
    public int? Tasks { get; init; }

    /// <summary>How many tasks the worker has done on the platform so far.</summary>
    public TasksDone? TasksDone { get; init; }

    public Qualification? Qualification { get; init; }

    /// <summary>Field of expertise, for expert work.</summary>
    public Expertise? Expertise { get; init; }

    /// <summary>Whether the pay has come.</summary>
    public PaymentState? Payment { get; init; }

    /// <summary>Days from the work to the money.</summary>
    public int? DaysToPayment { get; init; }

    public WorkAvailable? WorkAvailable { get; init; }

    /// <summary>Sent without a key of earlier reports: towards k, a cell counts at most one such report a day (DESIGN.md, contributor).</summary>
    public bool Keyless { get; init; }

    /// <summary>The same for keyless reports that came with one fingerprint on one day, which count as one contributor; null: it counts as <see cref="Contributor"/>.</summary>
    public string? CountsAs { get; init; }

    /// <summary>The import it came with; null for a form.</summary>
    public string? Batch { get; init; }

    /// <summary>Version of the consent text that was agreed to; null for simulated reports.</summary>
    public string? Consent { get; init; }

    /// <summary>Why the rules want a person to look; null where they do not.</summary>
    public HoldReason? Hold { get; init; }

    /// <summary>What the operator decided of a held report; null until then.</summary>
    public ReviewOutcome? Review { get; init; }

    /// <summary>What the worker is told of it, where it was refused.</summary>
    public string? ReviewReason { get; init; }

    public DateTimeOffset? ReviewedAt { get; init; }

    /// <summary>When the worker last corrected it.</summary>
    public DateTimeOffset? RevisedAt { get; init; }

    /// <summary>Whether the demonstration made it up.</summary>
    public required bool Simulated { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
