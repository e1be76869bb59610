using System.Net;
using Analytics.Tests.Storage;
using Xunit;

namespace Analytics.Flow.Tests;

/// <summary>What a sender's browser tells, and what they type, is nowhere it should not be: not while a report stands, and not at all once it is taken back.</summary>
public sealed class NothingPersonalTests
{
    [Fact]
    public async Task Nothing_personal_is_left_in_tables_dumps_files_and_logs_once_reports_are_taken_back()
    {
        const string agent = "Planted-Agent/7.31", network = "203.0.113", mail = "planted@needle.example", words = "Planted Platform Needle";
        using var folder = new TestFolder();
        var site = await SiteFolder.StartAsync(folder.Path);
        try
        {
            using var sender = new ReportSender();
            sender.Browser.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", agent);
            sender.Browser.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", network + ".77");
            var report = new Uri(site.Address, "/en/report");
            var form = await sender.OpenAsync(report);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sender.SendAsync(report, form.Concat(ReportSender.Ordinary(mail)))).Status);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sender.SendAsync(report, form.Concat(ReportSender.Ordinary(words)).Append(new("key", mail)))).Status);
            var (status, receipt, _) = await sender.SendAsync(report, form.Concat(ReportSender.Ordinary(words)));
            Assert.Equal(HttpStatusCode.SeeOther, status);
            var key = receipt!.Split('/', '?')[3];
            Assert.Contains(words, await sender.Browser.GetStringAsync(new Uri(site.Address, receipt)), StringComparison.Ordinal);
            Assert.Equal(0, await SiteFolder.StepAsync(folder.Path, "accept"));
            // The words are ours to keep until they are taken back; the rest at no time.
            var before = await SiteFolder.DumpAsync(folder.Path);
            Assert.Contains(words, before, StringComparison.Ordinal);
            Assert.All([agent, network, mail, key], never => Assert.DoesNotContain(never, before, StringComparison.Ordinal));

            var withdraw = new Uri(site.Address, $"/en/receipt/{key}/withdraw/all");
            var (done, _, page) = await sender.SendAsync(withdraw, await sender.OpenAsync(withdraw));
            Assert.True(done == HttpStatusCode.OK && page.Contains("deletion-receipt.sig", StringComparison.Ordinal), page);
            var after = await SiteFolder.DumpAsync(folder.Path);
            Assert.All([agent, network, mail, key, words], gone => Assert.DoesNotContain(gone, after, StringComparison.Ordinal));
            await AssertRestoredWithoutAsync(words, folder.Path, before);
            Assert.Equal(0, await SiteFolder.StepAsync(folder.Path, "erase"));
            Assert.All([agent, network, mail, key, words], gone => Assert.DoesNotContain(gone, site.Written, StringComparison.Ordinal));
            Assert.All([agent, network, mail, key, words], gone => Assert.Empty(SiteFolder.Holding(folder.Path, gone)));
        }
        finally
        {
            site.Dispose();
        }
    }

    // A backup made while the report stood, restored after it was taken back: the newest list is applied, as docs/operating.md says.
    private static async Task AssertRestoredWithoutAsync(string words, string folder, string backup)
    {
        var list = Path.Combine(folder, "erasures.jsonl");
        Assert.Equal(0, (await RunningProgram.RunAsync(Checkout.IngestProgram, new Dictionary<string, string>(), "erasures", "export", list, "--data", folder)).Code);
        var restored = await SiteFolder.RestoreAsync(folder, backup);
        Assert.Contains(words, await SiteFolder.DumpAsync(folder, "restored"), StringComparison.Ordinal);
        foreach (var act in new[] { ["erasures", "apply", list], new[] { "step", "erase" } })
        {
            var (code, _, notes) = await RunningProgram.RunAsync(Checkout.IngestProgram, restored, act);
            Assert.True(code == 0, notes);
        }

        Assert.DoesNotContain(words, await SiteFolder.DumpAsync(folder, "restored"), StringComparison.Ordinal);
    }
}
