using Analytics.Models.Storage;
using Analytics.Web.Api;
using Analytics.Web.Charts;
using Analytics.Web.Downloads;
using Analytics.Web.Embeds;
using Analytics.Web.Http;
using Analytics.Web.Operations;
using Analytics.Web.Pages.Receipts;
using Analytics.Web.Releases;
using Analytics.Web.Start;

using var signals = new StopSignals();
try
{
    var wanted = SiteArguments.Parse(args);
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. wanted.Settings], ContentRootPath = AppContext.BaseDirectory });
    if (!wanted.NewOperatorLink)
        wanted.CheckPort();
    await using var storage = await StorageSession.OpenAsync(wanted.Storage(builder.Configuration, signals), signals.Stop);
    if (wanted.NewOperatorLink)
    {
        await SetUpLink.PrintAsync(new(storage.Database), wanted.Address(builder.Configuration), TimeProvider.System, Console.Out, signals.Stop);
        return 0;
    }

    builder.AddLoopback(wanted.Port).AddStorage(storage).AddReleases(wanted.Demo).AddSiteLook().AddSentences().AddOperations();
    var app = builder.Build();
    app.UseSiteLook();
    app.MapHealth().MapReleaseFiles().MapModelCard().MapDeletionReceipts().MapCharts().MapApi().MapEmbeds().MapSentences().MapFeed().MapSiteMap().MapOperations();
    await app.AnnounceDoorAsync(wanted, signals.Stop);
    return await app.RunUntilAsync(storage.ServerLost, signals.Stop);
}
catch (Exception failure) when (ProgramFailure.Explain(failure, signals.Stop) is { } end)
{
    await Console.Error.WriteLineAsync(end.Sentence);
    return end.ExitCode;
}

/// <summary>The site; named so that tests can start it.</summary>
public partial class Program;
