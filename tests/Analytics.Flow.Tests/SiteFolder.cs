using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit;

namespace Analytics.Flow.Tests;

/// <summary>A site in a folder of its own, with its private server: started with a release, looked through, its database killed.</summary>
internal static class SiteFolder
{
    /// <summary>A site needs a release to stand in: the shipped catalogue makes one.</summary>
    public static async Task<SiteProgram> StartAsync(string folder)
    {
        var site = await SiteProgram.StartOnFolderAsync(folder);
        foreach (var step in new[] { "accept", "normalise", "rollup", "publish" })
            Assert.Equal(0, await StepAsync(folder, step));
        using var browser = new HttpClient();
        for (var tries = 0; tries < 100 && !(await browser.GetStringAsync(new Uri(site.Address, "/en/report"))).Contains("name=\"platform\"", StringComparison.Ordinal); tries++)
            await Task.Delay(100);
        return site;
    }

    public static async Task<int> StepAsync(string folder, string step) =>
        (await RunningProgram.RunAsync(Checkout.IngestProgram, new Dictionary<string, string>(), "step", step, "--data", folder)).Code;

    public static void KillDatabase(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "postmaster.pid", SearchOption.AllDirectories).ToList())
        {
            try
            {
                using var server = Process.GetProcessById(int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture));
                server.Kill();
            }
            catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or IOException or FormatException)
            {
                // It is down already.
            }
        }
    }

    /// <summary>A logical dump, as a backup takes it.</summary>
    public static Task<string> DumpAsync(string folder, string database = "perjam") => ToolAsync("pg_dump", folder, database);

    /// <summary>Makes a database of what a dump holds, on the same server; the settings of a worker over it.</summary>
    public static async Task<Dictionary<string, string>> RestoreAsync(string folder, string dump)
    {
        var file = Path.Combine(folder, "backup.sql");
        await File.WriteAllTextAsync(file, dump);
        await ToolAsync("psql", folder, "postgres", "-c", "create database restored");
        await ToolAsync("psql", folder, "restored", "-q", "-v", "ON_ERROR_STOP=1", "-f", file);
        File.Delete(file);
        return new() { ["ConnectionStrings__Analytics"] = $"Host={SocketOf(folder)};Username=perjam;Database=restored" };
    }

    /// <summary>Lets time pass for a report: it came in, and its key was made, so many days earlier.</summary>
    public static Task<string> AgeAsync(string folder, string report, int days) =>
        ToolAsync("psql", folder, "perjam", "-v", "ON_ERROR_STOP=1", "-c",
            $"update perjam.report set received_at = received_at - interval '{days} days' where id = '{report}'; update perjam.contributor set made_on = made_on - {days} where id = (select contributor from perjam.report where id = '{report}')");

    private static async Task<string> ToolAsync(string tool, string folder, string database, params string[] arguments)
    {
        var program = Directory.GetFiles("/usr/lib/postgresql", tool, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last();
        using var run = Process.Start(new ProcessStartInfo(program, ["-h", SocketOf(folder), "-U", "perjam", .. arguments, database]) { RedirectStandardOutput = true })!;
        var text = await run.StandardOutput.ReadToEndAsync();
        await run.WaitForExitAsync();
        Assert.Equal(0, run.ExitCode);
        return text;
    }

    // Line 5 of the server's own notice names the folder of its socket.
    private static string SocketOf(string folder) =>
        File.ReadLines(Directory.EnumerateFiles(folder, "postmaster.pid", SearchOption.AllDirectories).First()).ElementAt(4);

    public static List<string> Holding(string folder, string words) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Read(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0)];

    private static byte[] Read(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
