using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Analytics.Tests.Storage;
using Xunit;

namespace Analytics.Flow.Tests;

/// <summary>Reports on a site with a private server of its own, both killed at random: nothing acknowledged is lost, nothing is there twice.</summary>
public sealed class ReportDurabilityTests
{
    private const int Seed = 20261122, Senders = 4;

    // ./measure 6.2 kills more often.
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("PERJAM_KILLS") ?? "20", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Every_acknowledged_report_survives_kills_of_site_and_database_and_none_is_there_twice()
    {
        using var folder = new TestFolder();
        var site = await SiteFolder.StartAsync(folder.Path);
        try
        {
            var random = new Random(Seed);
            using var enough = new CancellationTokenSource();
            var arrived = 0;
            // Read anew before each request, as the address changes with each start.
            var senders = Enumerable.Range(0, Senders).Select(n => SendAsync(() => Volatile.Read(ref site).Address, () => Interlocked.Increment(ref arrived), new Random(Seed + n), enough.Token)).ToList();
            for (var kill = 0; kill < Kills; kill++)
            {
                // Into the midst of the load, however slow the machine: not before the first report since the last kill has arrived.
                var before = Volatile.Read(ref arrived);
                for (var tries = 0; tries < 600 && Volatile.Read(ref arrived) == before && !site.HasEnded; tries++)
                    await Task.Delay(100);
                await Task.Delay(random.Next(0, 1_000));
                var (killSite, killDatabase) = random.Next(3) switch { 0 => (true, false), 1 => (false, true), _ => (true, true) };
                if (killDatabase)
                    SiteFolder.KillDatabase(folder.Path);
                if (killSite && !site.HasEnded)
                    await site.KillAsync();
                if (killDatabase && !killSite)
                    await Task.Delay(random.Next(500, 3_000));
                if (!site.HasEnded && killSite is false)
                    continue;
                site.Dispose();
                Volatile.Write(ref site, await SiteProgram.StartOnFolderAsync(folder.Path));
            }

            await enough.CancelAsync();
            var acknowledged = (await Task.WhenAll(senders)).SelectMany(sent => sent).ToList();
            if (site.HasEnded)
            {
                site.Dispose();
                site = await SiteProgram.StartOnFolderAsync(folder.Path);
            }

            Assert.True(acknowledged.Count >= Kills, $"Only {acknowledged.Count} reports were acknowledged.");
            Assert.Equal(acknowledged.Count, acknowledged.Select(a => a.Form).Distinct().Count());
            Assert.Equal(acknowledged.Count, acknowledged.Select(a => a.Receipt).Distinct().Count());
            using var browser = new HttpClient();
            foreach (var (_, receipt) in acknowledged)
            {
                var page = await ReadAsync(browser, new Uri(site.Address, receipt));
                Assert.Single(Regex.Matches(page, "<li id=\"r-"));
            }
        }
        finally
        {
            site.Dispose();
        }
    }

    /// <summary>A page of a site whose database may still be coming back from its last kill: 503 until it is back, for a minute at most.</summary>
    private static async Task<string> ReadAsync(HttpClient browser, Uri address)
    {
        for (var tries = 0; ; tries++)
        {
            using var answer = await browser.GetAsync(address);
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable || tries == 120)
                return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
            await Task.Delay(500);
        }
    }

    /// <summary>Sends reports until told to stop, each form until it is acknowledged; what was acknowledged.</summary>
    private static async Task<List<(string Form, string Receipt)>> SendAsync(Func<Uri> site, Action arrived, Random random, CancellationToken enough)
    {
        var acknowledged = new List<(string, string)>();
        string? form = null;
        while (!enough.IsCancellationRequested)
        {
            try
            {
                var address = new Uri(site(), "/en/report");
                // From a network of its own: nobody may send so many.
                using var sender = new ReportSender();
                sender.Browser.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", $"10.{random.Next(256)}.{random.Next(256)}.1");
                var fields = await sender.OpenAsync(address);
                // The form that got no answer is sent once more, as somebody does who presses the button again.
                fields["form"] = form ??= fields["form"];
                var (status, receipt, _) = await sender.SendAsync(address, fields.Concat(ReportSender.Ordinary()));
                if (status != HttpStatusCode.SeeOther)
                    continue;
                acknowledged.Add((form, receipt!.Split('?')[0]));
                form = null;
                arrived();
                await Task.Delay(random.Next(50), CancellationToken.None);
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or KeyNotFoundException or IOException or System.Net.Sockets.SocketException)
            {
                await Task.Delay(random.Next(100), CancellationToken.None);
            }
        }

        return acknowledged;
    }
}
