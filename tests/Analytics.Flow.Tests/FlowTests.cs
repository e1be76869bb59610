using Analytics.Models.Observations;
using Analytics.Models.Storage;
using Analytics.Tests.Storage;
using Xunit;

namespace Analytics.Flow.Tests;

/// <summary>From saved pages on a local web to a release, by the programs a user runs.</summary>
public sealed class FlowTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Pages_become_figures_that_lead_back_to_their_words()
    {
        await using var web = await FlowSetting.ServeSavedPagesAsync();
        await using var setting = await FlowSetting.MakeAsync(postgres, web);
        var (code, answers, notes) = await setting.IngestAsync("flow");
        Assert.True(code == 0, notes);
        Assert.Contains("collect: 4 of 4 addresses answered.", answers, StringComparison.Ordinal);

        var release = await setting.LatestAsync();
        var total = Assert.Single(release.Figures, f => f.Platform == "mturk" && f.Person == "Dewi Lestari");
        Assert.Equal((400m, 1600m, 0.25m), (total.AmountMin!.Value, total.Tasks!.Value, total.PerTask!.Value.Typical));
        Assert.Null(total.PaidOnly);
        Assert.Equal(Models.Hourly.HourlyGap.HoursNotStated, total.PaidOnlyGap);
        Assert.Contains("$400", Assert.Single(total.Witnesses).Quote, StringComparison.Ordinal);
        Assert.Equal(new Uri(web.Address, "mturk-id").ToString(), total.Witnesses[0].Address);

        var hourly = Assert.Single(release.Figures, f => f.Platform == "micro1" && f.Person == "Priya Raman" && f.Unit == Models.Money.PayUnit.Hour);
        Assert.Equal(150m, hourly.PaidOnly!.Value.Typical);
        Assert.Contains(release.Figures, f => f.Platform == "micro1" && f is { AmountMin: 90_000m, Unit: Models.Money.PayUnit.Total });
        Assert.DoesNotContain(release.Figures, f => f.AmountMin == 35_000_000m || f.AmountMin == 500m && f.Witnesses.Any(w => w.Quote is not null));

        var driver = Assert.Single(release.Figures, f => f.Person == "Slamet Riyadi");
        Assert.Equal(("grab", 150_000m, "IDR"), (driver.Platform, driver.AmountMin!.Value, driver.Currency));
        Assert.Contains(release.Statements, s => s is { Platform: "prolific", Topic: Models.Platforms.StatementTopic.PayoutMethod, Quote: not null });
        Assert.All(release.Figures, f => Assert.Contains(f.Witnesses, w => w.Quote is not null || w.Title.Length > 0));
    }

    [Fact]
    public async Task A_second_run_changes_no_row()
    {
        await using var web = await FlowSetting.ServeSavedPagesAsync();
        await using var setting = await FlowSetting.MakeAsync(postgres, web);
        Assert.Equal(0, (await setting.IngestAsync("flow")).Code);
        var first = await TableDump.TakeAsync(setting.ConnectionString, withMoments: true);
        Assert.Contains("micro1", first, StringComparison.Ordinal);

        Assert.Equal(0, (await setting.IngestAsync("flow")).Code);
        Assert.Equal(first, await TableDump.TakeAsync(setting.ConnectionString, withMoments: true));
    }

    [Fact]
    public async Task A_page_that_changes_or_vanishes_takes_its_figures_along()
    {
        await using var web = await FlowSetting.ServeSavedPagesAsync();
        await using var setting = await FlowSetting.MakeAsync(postgres, web);
        Assert.Equal(0, (await setting.IngestAsync("flow")).Code);
        var page = await File.ReadAllTextAsync(Checkout.SavedPage("micro1-en.html"));
        web.Page("/micro1-en", page.Replace("$150 an hour", "$160 an hour", StringComparison.Ordinal));
        web.Remove("/ojol-id");
        var (code, _, notes) = await setting.IngestAsync("flow");
        Assert.Equal(0, code);
        Assert.Contains("404", notes, StringComparison.Ordinal);

        var release = await setting.LatestAsync();
        Assert.Equal(2, release.Head.Number);
        Assert.Contains(release.Figures, f => f.Person == "Priya Raman" && f.AmountMin == 160m);
        Assert.DoesNotContain(release.Figures, f => f.Person == "Priya Raman" && f.AmountMin == 150m);
        await using var database = Database.Open(setting.ConnectionString);
        var withdrawn = (await new ObservationStore(database).OfAsync(OriginKind.Claim, CancellationToken.None)).Where(o => o.Status == ObservationStatus.Withdrawn);
        Assert.Contains(withdrawn, o => o.AmountMin == 150m && o.Reason == AcceptanceReason.Superseded);
    }
}
