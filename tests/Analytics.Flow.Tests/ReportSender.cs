using System.Net;
using System.Text.RegularExpressions;

namespace Analytics.Flow.Tests;

/// <summary>Sends reports of pay as a browser without script does: opens a form, fills it in, sends it.</summary>
internal sealed class ReportSender : IDisposable
{
    private static readonly string[] Hidden = ["form", "made", "__RequestVerificationToken"];

    private readonly HttpClient browser = new(new HttpClientHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(15) };

    public HttpClient Browser => browser;

    /// <summary>The token of a form opened at <paramref name="address"/>, by which the site knows it again, and all that must be sent with it.</summary>
    public async Task<Dictionary<string, string>> OpenAsync(Uri address)
    {
        var page = await browser.GetStringAsync(address);
        return Hidden.Select(name => (name, Value: WebUtility.HtmlDecode(Regex.Match(page, $"name=\"{name}\"[^>]*value=\"([^\"]*)\"").Groups[1].Value)))
            .Where(field => field.Value.Length > 0).ToDictionary(field => field.name, field => field.Value);
    }

    /// <summary>Sends a form; where the answer leads to, or its status where it leads nowhere.</summary>
    public async Task<(HttpStatusCode Status, string? Location, string Page)> SendAsync(Uri address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var body = new FormUrlEncodedContent(fields);
        using var answer = await browser.PostAsync(address, body);
        return (answer.StatusCode, answer.Headers.Location?.ToString(), await answer.Content.ReadAsStringAsync());
    }

    /// <summary>An ordinary report.</summary>
    public static Dictionary<string, string> Ordinary(string platform = "MTurk") => new()
    {
        ["platform"] = platform,
        ["task"] = "survey",
        ["amount"] = "41",
        ["currency"] = "USD",
        ["unit"] = "total",
        ["hours"] = "10",
        ["unpaid"] = "30",
        ["month"] = "2026-10",
        ["country"] = "ID",
    };

    public void Dispose() => browser.Dispose();
}
