namespace Analytics.Models.Corrections;

/// <summary>The number by which a sender asks after a request: <c>7KQ2-XD9M-40TB</c>. Drawn by lot, so that nobody finds another's.</summary>
public static class Receipt
{
    private const int Length = 12;

    public static string Make() => Crockford.Make(Length);

    /// <summary>The receipt as it is written, from how somebody typed it; null when it is none.</summary>
    public static string? Find(string? typed) => Crockford.Find(typed, Length);
}
