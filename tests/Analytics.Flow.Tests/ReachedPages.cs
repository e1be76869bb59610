using System.Globalization;
using System.Text.RegularExpressions;
using Analytics.Tests.Storage;
using Microsoft.Playwright;

namespace Analytics.Flow.Tests;

/// <summary>A page that one comes to by a form and not by an address alone.</summary>
/// <param name="Path">Where one begins, after the language.</param>
/// <param name="Reach">From there to the page.</param>
internal sealed record ReachedPage(string Name, string Path, Func<IPage, Task> Reach)
{
    private const string Unknown = "Kerja Serba Ada", Operator = "anna", Password = "a sentence that is long";

    private static readonly SemaphoreSlim SettingUp = new(1, 1);
    private static bool isSetUp;
    private static int senders;

    public static readonly IReadOnlyList<ReachedPage> All =
    [
        new("receipt-sent", "report", page => SendAsync(page, "MTurk")),
        new("receipt-several", "report", SendTwiceAsync),
        new("correct", "report", page => AfterSendingAsync(page, "main li a[href*='/report/']")),
        new("withdraw", "report", page => AfterSendingAsync(page, "main li a[href*='/withdraw/']")),
        new("withdrawn", "report", page => AfterSendingAsync(page, "main li a[href*='/withdraw/']", "main form button[type=submit]")),
        new("withdrawal", "report", page => AfterSendingAsync(page, "main li a[href*='/withdraw/']", "main form button[type=submit]", "a[href*='/withdrawals/']:not([download])")),
        new("import-preview", "report/import", UploadAsync),
        new("import-done", "report/import", async page =>
        {
            await UploadAsync(page);
            await ClickAsync(page, "form.import button[type=submit]");
        }),
        new("operations", "operations/login", LogInAsync),
        .. new[] { "reports", "corrections", "log", "sessions" }.Select(path => new ReachedPage("operations-" + path, "operations/login", async page =>
        {
            await LogInAsync(page);
            await ClickAsync(page, $"nav.switch a[href$='/operations/{path}']");
        })),
        new("operations-report", "report", async page =>
        {
            await SendAsync(page, Unknown);
            await page.GotoAsync(Regex.Replace(page.Url, "/receipt/.*", "/operations/login"));
            await LogInAsync(page);
            await ClickAsync(page, "nav.switch a[href$='/operations/reports']");
            await ClickAsync(page, "main tbody a");
        }),
    ];

    /// <summary>Makes an operator by the link that the site printed when it started, once.</summary>
    /// <param name="look">Sees the page of the link before it is used.</param>
    public static async Task SetUpAsync(PublishedSite site, Func<Uri, Task> look)
    {
        await SettingUp.WaitAsync();
        try
        {
            if (isSetUp)
                return;
            var link = new Uri(Regex.Match(site.Notes, @"http://\S+/operations/set-up\?key=\S+").Value.Replace("/operations/", "/id/operations/", StringComparison.Ordinal));
            await look(link);
            var page = await site.NewPageAsync(360);
            await page.GotoAsync(link.ToString());
            await page.FillAsync("[name=name]", Operator);
            await page.FillAsync("[name=password]", Password);
            await page.FillAsync("[name=again]", Password);
            await ClickAsync(page, "form.request button");
            await page.Context.CloseAsync();
            isSetUp = true;
        }
        finally
        {
            SettingUp.Release();
        }
    }

    private static async Task LogInAsync(IPage page)
    {
        await page.FillAsync("[name=name]", Operator);
        await page.FillAsync("[name=password]", Password);
        await ClickAsync(page, "form.request button");
    }

    private static async Task SendAsync(IPage page, string platform)
    {
        // Each from another network: one alone may send only so much an hour.
        await page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["X-Forwarded-For"] = $"10.66.{Interlocked.Increment(ref senders)}.7" });
        await page.FillAsync("[name=platform]", platform);
        await page.SelectOptionAsync("[name=task]", "survey");
        await page.FillAsync("[name=amount]", "41");
        await page.FillAsync("[name=hours]", "10");
        await ClickAsync(page, "form.report button[type=submit]");
    }

    private static async Task SendTwiceAsync(IPage page)
    {
        await SendAsync(page, "MTurk");
        var own = page.Url.Split('?')[0];
        await page.GotoAsync(own + "/report/new");
        await SendAsync(page, Unknown);
        await page.GotoAsync(own);
    }

    private static async Task AfterSendingAsync(IPage page, params string[] then)
    {
        await SendAsync(page, "MTurk");
        foreach (var next in then)
            await ClickAsync(page, next);
    }

    private static async Task UploadAsync(IPage page)
    {
        await page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["X-Forwarded-For"] = $"10.67.{Interlocked.Increment(ref senders)}.7" });
        await page.SetInputFilesAsync("[name=file]", TrackerFile(Interlocked.Increment(ref senders)));
        await ClickAsync(page, "form.import button[type=submit]");
    }

    /// <summary>A worker's own list: two months, one line that cannot be read. No two numbers give the same file.</summary>
    internal static FilePayload TrackerFile(int number) => new()
    {
        Name = "own.csv",
        MimeType = "text/csv",
        Buffer = System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"""
            date,pay,currency,hours,platform,task,title
            2026-03-02,{number}.10,USD,1.5,Upwork,coding,secret one
            2026-03-09,8.40,USD,2,Upwork,coding,secret two
            2026-04-01,12,USD,2.5,Upwork,coding,secret three
            one day,5,USD,1,Upwork,coding,secret four

            """)),
    };

    private static async Task ClickAsync(IPage page, string what) => await page.RunAndWaitForResponseAsync(
        async () => await page.Locator(what).First.ClickAsync(), answer => answer.Request.IsNavigationRequest && answer.Status is < 300 or >= 400);
}
