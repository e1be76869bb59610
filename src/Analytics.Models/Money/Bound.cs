namespace Analytics.Models.Money;

/// <summary>How exactly an amount is stated.</summary>
public enum Bound
{
    Exact,
    About,

    /// <summary>"More than", "from": the amount is a lower end.</summary>
    AtLeast,

    /// <summary>"Up to", "less than": the amount is an upper end.</summary>
    UpTo,

    /// <summary>"Nearly", "hampir".</summary>
    Almost,
}
