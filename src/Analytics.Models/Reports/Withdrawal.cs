using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Analytics.Models.Storage;

namespace Analytics.Models.Reports;

/// <summary>A withdrawal as it is kept: its signed receipt, and nothing of what was removed but a hash.</summary>
/// <param name="Id">Random; whoever holds it may read the receipt.</param>
/// <param name="Text">What was signed.</param>
/// <param name="Signature">DER.</param>
/// <param name="SigningKey">Id of the key that signed.</param>
/// <param name="Release">Id of the first release in which no cell was computed with what was removed; null while there is none.</param>
public sealed record Withdrawal(string Id, string Text, byte[] Signature, string SigningKey, int Reports, DateTime WithdrawnAt, string? Release);

/// <summary>What is promised to whoever takes a report back.</summary>
public static class WithdrawalPromise
{
    /// <summary>After at most this time nothing of it is left in the files and the log of the database (METHOD.md §5).</summary>
    public static readonly TimeSpan GoneFromFiles = TimeSpan.FromHours(72);
}

/// <summary>What a withdrawal did.</summary>
/// <param name="Removed">The removed reports with the salt, as <see cref="RemovedReports"/> writes them; null where the same withdrawal was asked for before: it is kept nowhere.</param>
public sealed record WithdrawalDone(Withdrawal Withdrawal, byte[]? Removed);

/// <summary>The text of a deletion receipt: a line each, the same for the same values.</summary>
/// <param name="ContentHash">SHA-256 of the removed reports' file.</param>
/// <param name="Release">Number and id of the first release computed without them; null while there is none.</param>
public sealed record DeletionReceipt(string Id, int Reports, string ContentHash, DateTimeOffset WithdrawnAt, (int Number, string Id)? Release, string Key)
{
    private const string Pending = "pending";

    public string Write() => string.Create(CultureInfo.InvariantCulture,
        $"""
        PerJam deletion receipt, version 1
        Receipt: {Id}
        Reports removed: {Reports}
        SHA-256 of what was removed: {ContentHash}
        Withdrawn at: {WithdrawnAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}
        First release computed without it: {(Release is { } release ? $"{release.Number} ({release.Id})" : Pending)}
        Signing key: {Key}

        """).ReplaceLineEndings("\n");

    /// <summary>The id of the key that a receipt's text names; null when it is no such text.</summary>
    public static string? KeyOf(string text) =>
        text.Split('\n').FirstOrDefault(line => line.StartsWith("Signing key: ", StringComparison.Ordinal))?.Split(": ")[1].Trim();
}

/// <summary>
/// What was removed, as a file for the worker: a random salt, so that nobody can guess the content from its hash, and the reports, properties in the order of their names.
/// The hash in the deletion receipt is the SHA-256 of exactly these bytes.
/// </summary>
public static class RemovedReports
{
    // What the program keeps for itself and never shows.
    private static readonly string[] Internal = ["contributor"];

    public static byte[] Write(string salt, IEnumerable<Report> reports)
    {
        var rows = reports.OrderBy(r => r.Id, StringComparer.Ordinal).Select(Sorted).ToArray<JsonNode>();
        return Encoding.UTF8.GetBytes(new JsonObject { ["reports"] = new JsonArray(rows), ["salt"] = salt }.ToJsonString(Rows.Json) + "\n");
    }

    private static JsonObject Sorted(Report report) => new(
        from property in JsonSerializer.SerializeToNode(report, Rows.Json)!.AsObject()
        where property.Value is not null && !Internal.Contains(property.Key)
        orderby property.Key
        select KeyValuePair.Create(property.Key, (JsonNode?)property.Value.DeepClone()));
}
