using System.Globalization;

namespace Analytics.Benchmarks;

/// <summary>
/// The site over simulated reports. Their data folder is kept between runs, since a million of them take their time to make: under
/// /var/tmp, where the private server's own user can reach it. Deleting it has it made anew.
/// </summary>
internal sealed class DemonstrationSite : IAsyncDisposable
{
    // To be tried with less.
    public static readonly int FewReports = Setting.Of("PERJAM_FEW_REPORTS", 10_000);
    public static readonly int ManyReports = Setting.Of("PERJAM_MANY_REPORTS", 1_000_000);

    private readonly RunningSite site;

    private DemonstrationSite(RunningSite site, Uri address, string folder) => (this.site, Address, Folder) = (site, address, folder);

    public Uri Address { get; }

    /// <summary>Its data folder.</summary>
    public string Folder { get; }

    /// <summary>Its working set, in MiB.</summary>
    public double MemoryMb() => site.MemoryMb();

    /// <summary>Fills the folder of that many reports if it is not yet, and starts the site over it.</summary>
    /// <param name="cached">Whether answers are kept (<c>Site:OutputCache</c>).</param>
    public static async Task<DemonstrationSite> StartAsync(MeasureRun run, int reports, bool cached, CancellationToken stop)
    {
        var folder = await FillAsync(run, reports, stop);
        var port = LoopbackPort.Free().ToString(CultureInfo.InvariantCulture);
        var site = RunningSite.StartBuilt(run.Repository, ["--data", folder, "--demo", "--port", port], cached ? [] : ["Site__OutputCache=off"]);
        var address = new Uri($"http://127.0.0.1:{port}");
        try
        {
            await site.FirstPageAsync(new Uri(address, "/en/"), run.Time, stop);
            return new(site, address, folder);
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private static async Task<string> FillAsync(MeasureRun run, int reports, CancellationToken stop)
    {
        var count = reports.ToString(CultureInfo.InvariantCulture);
        var folder = Path.Combine("/var/tmp", $"perjam-measures-{Environment.UserName}", count);
        var filled = Path.Combine(folder, "filled");
        if (File.Exists(filled))
            return folder;
        run.Log($"  making {count} simulated reports in {folder} ...");
        var began = run.Time.GetTimestamp();
        Directory.CreateDirectory(folder);
        var program = Path.Combine(run.Repository, "src", "Analytics.Ingest", "bin", "Release", "net10.0", "Analytics.Ingest.dll");
        await OtherProgram.AnswerAsync("env", ["-u", "ConnectionStrings__Analytics", "dotnet", program, "demo", "--demo", "--data", folder, "--reports", count], stop);
        await File.WriteAllTextAsync(filled, "", stop);
        run.Log(FormattableString.Invariant($"  made in {run.Time.GetElapsedTime(began).TotalSeconds:0} s"));
        return folder;
    }
}
