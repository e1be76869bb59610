using System.Security.Cryptography;

namespace Analytics.Models.Reports;

/// <summary>A random number of 160 bits that a form is given when it is opened: the same form sent twice is one report, or one withdrawal.</summary>
public sealed record FormToken
{
    private const int Length = 32;

    private FormToken(string value) => Value = value;

    public string Value { get; }

    /// <summary>Id of the report that the form makes.</summary>
    public string ReportId => Storage.Key.Of("report form", Value);

    public static FormToken Make() => new(Crockford.Make(Length));

    /// <summary>The token as the form brought it back; null when it is none.</summary>
    public static FormToken? Find(string? sent) => Crockford.Find(sent, Length) is { } value ? new(value) : null;
}
