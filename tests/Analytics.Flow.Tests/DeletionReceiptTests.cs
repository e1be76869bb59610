using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics.Models.Privacy;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Tests.Storage;
using Xunit;

namespace Analytics.Flow.Tests;

/// <summary>A report that was published and is taken back: its receipt waits, then names the release, and that release is without it.</summary>
public sealed class DeletionReceiptTests
{
    // For pay of ten hours each. The lowest is taken back.
    private static readonly decimal[] First = [.. Enumerable.Range(0, 24).Select(i => 30 + 2.01m * i)], Later = [.. Enumerable.Range(0, 12).Select(i => 78 + 0.53m * i)];

    [Fact]
    public async Task The_release_that_a_deletion_receipt_names_is_without_what_was_taken_back()
    {
        using var folder = new TestFolder();
        using var site = await SiteFolder.StartAsync(folder.Path);
        var receipts = await ReportAsync(site, folder.Path, First, 4);
        Assert.Equal(Median(First), await PublishAsync(site, folder.Path));

        using var sender = new ReportSender();
        var withdraw = new Uri(site.Address, $"{receipts[0]}/withdraw/all");
        var (status, _, page) = await sender.SendAsync(withdraw, await sender.OpenAsync(withdraw));
        Assert.True(status == HttpStatusCode.OK, page);
        var deletion = Regex.Match(page, "/withdrawals/[^/\"]+/deletion-receipt[.]txt").Value;
        Assert.Contains("First release computed without it: pending", await site.PageAsync(deletion), StringComparison.Ordinal);
        // One who left changes no figure, so that the difference tells nothing of them.
        Assert.Equal(Median(First), await PublishAsync(site, folder.Path));
        Assert.Contains("First release computed without it: pending", await site.PageAsync(deletion), StringComparison.Ordinal);

        await ReportAsync(site, folder.Path, Later, 4 + First.Length);
        var (with, without) = (Median([.. First, .. Later]), Median([.. First[1..], .. Later]));
        Assert.NotEqual(with, without);
        Assert.Equal(without, await PublishAsync(site, folder.Path));
        Assert.EndsWith($"({await ReleaseAsync(folder.Path)})", (await site.PageAsync(deletion)).Split('\n').Single(l => l.StartsWith("First release", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    // Of workers with nothing in common, past the days that every report waits, and a day apart each: those of one day without a key count as one.
    private static async Task<IReadOnlyList<string>> ReportAsync(SiteProgram site, string folder, decimal[] pay, int days)
    {
        var address = new Uri(site.Address, "/en/report");
        var senders = pay.Select(_ => new ReportSender()).ToList();
        var forms = new List<Dictionary<string, string>>();
        foreach (var (i, sender) in senders.Index())
        {
            sender.Browser.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", $"10.{pay.Length}.{i}.1");
            forms.Add(await sender.OpenAsync(address));
        }

        // Nobody fills in a form faster.
        await Task.Delay(TimeSpan.FromSeconds(3));
        var receipts = new List<string>();
        foreach (var (i, sender) in senders.Index())
        {
            var fields = ReportSender.Ordinary();
            fields["amount"] = pay[i].ToString(CultureInfo.InvariantCulture);
            var (_, receipt, page) = await sender.SendAsync(address, forms[i].Concat(fields));
            Assert.True(receipt is not null, page);
            receipts.Add(receipt.Split('?')[0]);
            await SiteFolder.AgeAsync(folder, receipt.Split("sent=")[1], days + i);
            sender.Dispose();
        }

        return receipts;
    }

    // The median of the platform's cell, as published.
    private static async Task<decimal?> PublishAsync(SiteProgram site, string folder)
    {
        foreach (var step in new[] { "accept", "normalise", "rollup", "publish" })
            Assert.Equal(0, await SiteFolder.StepAsync(folder, step));
        var cells = ReleaseTable.Read<CellRow>(Encoding.UTF8.GetBytes(await site.PageAsync($"/s/{await ReleaseAsync(folder)}/records/cells.jsonl")));
        return cells.Single(c => c.Cell == new Cell("mturk", null, null, null, null) && c.Measure == PayMeasure.PaidOnly).Median;
    }

    // Of the latest.
    private static async Task<string> ReleaseAsync(string folder)
    {
        var (_, answers, _) = await RunningProgram.RunAsync(Checkout.IngestProgram, new Dictionary<string, string>(), "release", "list", "--json", "--data", folder);
        return JsonSerializer.Deserialize<JsonElement>(answers.Split('\n')[0]).GetProperty("id").GetString()!;
    }

    // Of the hour, to two digits.
    private static decimal Median(decimal[] pay)
    {
        var sorted = pay.Order().ToArray();
        return Disclosure.Value((double)(sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 20);
    }
}
