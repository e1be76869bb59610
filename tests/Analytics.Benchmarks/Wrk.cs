using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Benchmarks;

/// <summary>What wrk measured at one address.</summary>
/// <param name="RequestsASecond">Answers in a second over all connections.</param>
/// <param name="MedianMs">Median time to an answer, in milliseconds.</param>
/// <param name="Failed">Answers that were not 2xx or 3xx, and requests without an answer.</param>
internal sealed partial record Wrk(double RequestsASecond, double MedianMs, int Failed)
{
    /// <summary>Asks for <paramref name="address"/> over and over, as a browser does, for gzip.</summary>
    public static async Task<Wrk> RunAsync(Uri address, int connections, int seconds, CancellationToken stop)
    {
        string[] arguments =
        [
            "-t", "1", "-c", connections.ToString(CultureInfo.InvariantCulture), "-d", $"{seconds.ToString(CultureInfo.InvariantCulture)}s",
            "--latency", "-H", "Accept-Encoding: gzip", address.ToString(),
        ];
        return Read(await OtherProgram.AnswerAsync("wrk", arguments, stop));
    }

    /// <summary>Reads what wrk prints.</summary>
    internal static Wrk Read(string said)
    {
        var median = Median().Match(said);
        var unit = median.Groups["unit"].Value switch { "us" => 0.001, "ms" => 1, "s" => 1000, _ => throw new FormatException($"wrk says no median: {said}") };
        var failed = Failures().Matches(said).SelectMany(m => m.Groups["n"].Captures).Sum(c => int.Parse(c.Value, CultureInfo.InvariantCulture));
        // Without a single answer wrk still prints a median, of nothing.
        return Number(Rate().Match(said)) is > 0 and var rate ? new(rate, Number(median) * unit, failed) : throw new FormatException($"wrk had no answer in its time: {said}");
    }

    private static double Number(Match found) => double.Parse(found.Groups["n"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s+50%\s+(?<n>[\d.]+)(?<unit>us|ms|s)\b", RegexOptions.Multiline)]
    private static partial Regex Median();

    [GeneratedRegex(@"^Requests/sec:\s+(?<n>[\d.]+)", RegexOptions.Multiline)]
    private static partial Regex Rate();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (?<n>\d+)|Socket errors: connect (?<n>\d+), read (?<n>\d+), write (?<n>\d+), timeout (?<n>\d+)")]
    private static partial Regex Failures();
}
