namespace Analytics.Web.Pages.Operations;

/// <summary>A field of the door's forms (<c>_Field</c>).</summary>
/// <param name="Complete">What the browser may fill in.</param>
/// <param name="Value">What stands in it; never a password.</param>
/// <param name="Hint">What belongs into it; null for nothing to say.</param>
public sealed record DoorField(string Name, string Label, string Complete, string Value = "", string? Hint = null)
{
    public string Type => Complete.EndsWith("password", StringComparison.Ordinal) ? "password" : "text";
}
