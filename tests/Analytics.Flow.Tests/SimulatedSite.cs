using Analytics.Tests.Storage;
using Xunit;

[assembly: AssemblyFixture(typeof(Analytics.Flow.Tests.SimulatedSite))]

namespace Analytics.Flow.Tests;

/// <summary>The demonstration: a site over simulated reports, as many as PERJAM_DEMO_REPORTS says; made at the first use.</summary>
public sealed class SimulatedSite : IDisposable
{
    private static readonly string Reports = Environment.GetEnvironmentVariable("PERJAM_DEMO_REPORTS") ?? "1500";

    private readonly SemaphoreSlim starting = new(1);
    private SiteProgram? site;

    /// <summary>What the worker said of filling it.</summary>
    public string Answers { get; private set; } = "";

    /// <summary>Starts it if it is not running yet; its address.</summary>
    public async Task<Uri> ReadyAsync(PostgresFixture postgres)
    {
        await starting.WaitAsync();
        try
        {
            return (site ??= await StartAsync(await postgres.CreateConnectionStringAsync())).Address;
        }
        finally
        {
            starting.Release();
        }
    }

    public void Dispose()
    {
        site?.Dispose();
        starting.Dispose();
    }

    private async Task<SiteProgram> StartAsync(string connection)
    {
        var settings = new Dictionary<string, string> { ["ConnectionStrings__Analytics"] = connection };
        var (code, answers, notes) = await RunningProgram.RunAsync(Checkout.IngestProgram, settings, TimeSpan.FromMinutes(30), "demo", "--demo", "--reports", Reports);
        Assert.True(code == 0, notes);
        Answers = answers;
        return await SiteProgram.StartAsync(connection, demo: true);
    }
}
