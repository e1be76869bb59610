namespace Analytics.Models.Reports;

/// <summary>One worker, known by a key that only the receipt has.</summary>
/// <param name="Id">Drawn by lot; nothing leads from it to the key.</param>
/// <param name="KeyHash">SHA-256 of the key.</param>
/// <param name="Language">Code of the language of the first report.</param>
/// <param name="MadeOn">The day of the first report.</param>
/// <param name="Simulated">Whether it was made in the demonstration.</param>
public sealed record Contributor(string Id, string KeyHash, string Language, DateOnly MadeOn, bool Simulated);
