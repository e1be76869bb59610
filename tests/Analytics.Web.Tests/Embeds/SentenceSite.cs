using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Tests.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Embeds;

/// <summary>The site with real reports of one platform, and a clock that can be moved on.</summary>
public sealed class SentenceSite(PostgresFixture postgres) : SiteFixture(postgres)
{
    public static readonly Cell Prolific = new("prolific", null, null, null, null);

    public MovedClock Clock { get; } = new();

    /// <summary>A release as the first, with another row of one cell.</summary>
    public static Release With(Release first, Cell cell, Func<CellRow, CellRow> change) =>
        first with { Cells = [.. first.Cells.Select(c => c.Cell == cell && c.Measure == PayMeasure.PaidOnly ? change(c) : c)] };

    protected override Release? Make() => SampleRelease.Make(simulated: false, [.. SampleRelease.Reports()]);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
    }
}

/// <summary>The true time and more.</summary>
public sealed class MovedClock : TimeProvider
{
    private long ahead;

    public override long GetTimestamp() => base.GetTimestamp() + Interlocked.Read(ref ahead);

    public void Advance(TimeSpan by) => Interlocked.Add(ref ahead, (long)(by.TotalSeconds * TimestampFrequency));
}
