namespace Analytics.Models.Estimates;

/// <summary>A table of pay that cannot be used as it is; the message is for the one who gave it.</summary>
public sealed class PayTableException(string message) : Exception(message);
