using System.Text.Json;
using Analytics.Models.Releases;
using Analytics.Models.Storage;
using Analytics.Tests.Storage;
using Xunit;

namespace Analytics.Flow.Tests;

/// <summary>A fresh database, a local web of saved pages, and a source list that names them: what the programs need to run the whole flow.</summary>
internal sealed class FlowSetting : IAsyncDisposable
{
    private readonly TestFolder folder = new();

    private FlowSetting(SavedWeb web, string connectionString) => (Web, ConnectionString) = (web, connectionString);

    public SavedWeb Web { get; }

    public string ConnectionString { get; }

    /// <summary>Settings of the programs, as environment variables.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    public static async Task<FlowSetting> MakeAsync(PostgresFixture postgres, SavedWeb web)
    {
        var setting = new FlowSetting(web, await postgres.CreateConnectionStringAsync());
        var list = new[] { "mturk-id", "micro1-en", "prolific-help", "ojol-id" }
            .Select(name => new { address = new Uri(web.Address, name).ToString(), note = "saved page" });
        Directory.CreateDirectory(setting.folder.Path);
        var file = Path.Combine(setting.folder.Path, "sources.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(list));
        setting.Settings["ConnectionStrings__Analytics"] = setting.ConnectionString;
        setting.Settings["Collect__Sources"] = file;
        setting.Settings["Collect__AllowedHosts__0"] = web.HostAndPort;
        setting.Settings["Collect__AllowedHostPauseSeconds"] = "0.05";
        setting.Settings["Collect__ExchangeRates"] = new Uri(web.Address, "rates.xml").ToString();
        setting.Settings["Jobs__CheckInSeconds"] = "1";
        return setting;
    }

    /// <summary>The local web with every saved page.</summary>
    public static async Task<SavedWeb> ServeSavedPagesAsync()
    {
        var web = await SavedWeb.StartAsync();
        foreach (var name in new[] { "mturk-id", "micro1-en", "prolific-help", "ojol-id" })
            web.Page("/" + name, await File.ReadAllTextAsync(Checkout.SavedPage(name + ".html")));
        var rates = await File.ReadAllTextAsync(Checkout.SavedPage("rates.xml"));
        web.Serve("/rates.xml", async context =>
        {
            context.Response.ContentType = "application/xml";
            await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, rates);
        });
        return web;
    }

    public Task<(int Code, string Answers, string Notes)> IngestAsync(params string[] arguments) =>
        RunningProgram.RunAsync(Checkout.IngestProgram, Settings, arguments);

    /// <summary>Runs the steps in order; each must succeed.</summary>
    public async Task StepsAsync(params string[] steps)
    {
        foreach (var step in steps)
        {
            var (code, _, notes) = await IngestAsync("step", step);
            Assert.True(code == 0, notes);
        }
    }

    /// <summary>Serves pages of a folder of saved pages at paths of the local web, and collects them beside those of the source list.</summary>
    public async Task CollectAsync(string from, IEnumerable<(string Name, string Path)> pages)
    {
        var addresses = new List<string>();
        foreach (var (name, path) in pages)
            addresses.Add(Web.Page(path, await File.ReadAllTextAsync(Checkout.Fixture(from, name + ".html"))).ToString());
        var (code, _, notes) = await IngestAsync(["collect", .. addresses]);
        Assert.True(code == 0, notes);
    }

    /// <summary>The latest release.</summary>
    public async Task<Release> LatestAsync()
    {
        await using var database = Database.Open(ConnectionString);
        var releases = new ReleaseStore(database);
        var head = await releases.LatestAsync(CancellationToken.None);
        return (await releases.ReadAsync(head!.Id, CancellationToken.None))!;
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
