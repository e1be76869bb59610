using Analytics.Tests.Storage;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Analytics.Flow.Tests.PublishedSite))]

namespace Analytics.Flow.Tests;

/// <summary>The site over a release made from the catalogue and the saved pages, and a real browser to look at it; started at the first use.</summary>
public sealed class PublishedSite : IAsyncDisposable
{
    private readonly SemaphoreSlim starting = new(1);
    private SavedWeb? web;
    private FlowSetting? setting;
    private SiteProgram? site;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public Uri Address => site!.Address;

    /// <summary>What the site has written to its log, the operator's first link among it.</summary>
    public string Notes => site!.Notes;

    /// <summary>Starts what is not running yet.</summary>
    public async Task<PublishedSite> ReadyAsync(PostgresFixture postgres)
    {
        await starting.WaitAsync();
        try
        {
            if (browser is not null)
                return this;
            web = await FlowSetting.ServeSavedPagesAsync();
            setting = await FlowSetting.MakeAsync(postgres, web);
            var (code, _, notes) = await setting.IngestAsync("flow");
            Assert.True(code == 0, notes);
            site = await SiteProgram.StartAsync(setting.ConnectionString);
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = "/usr/bin/chromium",
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
            return this;
        }
        finally
        {
            starting.Release();
        }
    }

    /// <summary>A page in a browser of its own: nothing is shared with another.</summary>
    public async Task<IPage> NewPageAsync(int width, ColorScheme colours = ColorScheme.Light, bool script = true)
    {
        var context = await browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = colours,
            JavaScriptEnabled = script,
        });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        site?.Dispose();
        if (setting is not null)
            await setting.DisposeAsync();
        if (web is not null)
            await web.DisposeAsync();
        starting.Dispose();
    }
}
