using System.Diagnostics;
using Analytics.Tests.Storage;
using Microsoft.Playwright;
using Xunit;

namespace Analytics.Flow.Tests;

/// <summary>The markup of every page template, as the Nu checker reads it.</summary>
public sealed class ValidHtmlTests(PublishedSite published, SimulatedSite simulated, PostgresFixture postgres)
{
    private static readonly string Checker = Path.Combine(Checkout.Root, "artifacts/node/Html/node_modules/vnu-jar/build/dist/vnu.jar");

    [Fact]
    public async Task Every_page_is_valid_html()
    {
        var site = await published.ReadyAsync(postgres);
        var demo = await simulated.ReadyAsync(postgres);
        var folder = Path.Combine(Checkout.Root, "artifacts", "html");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        using var client = new HttpClient();
        foreach (var (address, kind) in new[] { (site.Address, "real"), (demo, "simulated") })
        {
            foreach (var page in BrowserTests.Paths.SelectMany(path => new[] { $"en/{path}", $"id/{path}" }).Append("en/no-such-page"))
            {
                using var answer = await client.GetAsync(new Uri(address, page));
                await File.WriteAllTextAsync(Path.Combine(folder, $"{kind}-{page.Replace('/', '-').Replace('?', '-')}.html"), await answer.Content.ReadAsStringAsync());
            }
        }

        await ReachedPage.SetUpAsync(site, _ => Task.CompletedTask);
        foreach (var language in new[] { "en", "id" })
        {
            foreach (var reached in ReachedPage.All)
                await File.WriteAllTextAsync(Path.Combine(folder, $"reached-{language}-{reached.Name}.html"), await AsSentAsync(site, language, reached));
        }

        var (code, said) = await CheckAsync(folder);
        Assert.True(code == 0, said);
    }

    /// <summary>A page as the site sent it, not as the browser understood it.</summary>
    private static async Task<string> AsSentAsync(PublishedSite site, string language, ReachedPage reached)
    {
        var page = await site.NewPageAsync(1280, script: false);
        IResponse? last = null;
        page.Response += (_, answer) => last = answer.Request.IsNavigationRequest ? answer : last;
        await page.GotoAsync(new Uri(site.Address, $"/{language}/{reached.Path}").ToString());
        await reached.Reach(page);
        Assert.Equal(200, last!.Status);
        var html = await last.TextAsync();
        await page.Context.CloseAsync();
        return html;
    }

    [Fact]
    public async Task The_checker_finds_what_is_wrong()
    {
        var folder = Directory.CreateTempSubdirectory("perjam-html-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "page.html"), "<!doctype html><html lang=\"en\"><title>x</title><p><div id=a></div><b id=a></p>");
        var (code, said) = await CheckAsync(folder);
        Directory.Delete(folder, recursive: true);
        Assert.NotEqual(0, code);
        Assert.Contains("Duplicate ID", said, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said)> CheckAsync(string folder)
    {
        Assert.True(File.Exists(Checker), "The checker is not installed; ./test does that, or: bash -c 'source .ci/setup.sh; need_node_packages tests/Analytics.Flow.Tests/Html'");
        using var checker = Process.Start(new ProcessStartInfo("java", ["-jar", Checker, "--errors-only", "--format", "gnu", "--skip-non-html", folder]) { RedirectStandardError = true })!;
        var said = await checker.StandardError.ReadToEndAsync();
        await checker.WaitForExitAsync();
        return (checker.ExitCode, string.Join('\n', said.Split('\n').Take(20)));
    }
}
