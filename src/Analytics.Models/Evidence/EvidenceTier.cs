namespace Analytics.Models.Evidence;

/// <summary>How close the evidence stands to the money.</summary>
public enum EvidenceTier
{
    /// <summary>A document that our operator saw.</summary>
    A,

    /// <summary>A log or export file.</summary>
    B,

    /// <summary>A worker's own report, or a study's data.</summary>
    C,

    /// <summary>Another's word, even if they saw a document.</summary>
    D,

    /// <summary>An advert.</summary>
    E,
}
