using System.Net;
using System.Text.RegularExpressions;
using Analytics.Models.Releases;
using Analytics.Models.Storage;
using Analytics.Tests.Storage;
using Analytics.Web.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Analytics.Web.Tests;

/// <summary>The site over a real database, started once for a class of tests, with the sample release published.</summary>
public class SiteFixture(PostgresFixture postgres) : WebApplicationFactory<Program>, IAsyncLifetime
{
    private string connection = "";
    private int networks;

    /// <summary>The release shown; null where none was published.</summary>
    public Release? Release { get; private set; }

    /// <summary>A browser on a network of its own, as the proxy before the site tells it.</summary>
    public HttpClient Browser()
    {
        var browser = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var network = Interlocked.Increment(ref networks);
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", $"198.{network >> 8 & 255}.{network & 255}.7");
        return browser;
    }

    public async ValueTask InitializeAsync()
    {
        connection = await postgres.CreateConnectionStringAsync();
        if (Make() is { } release)
            await PublishAsync(release);
    }

    /// <summary>Publishes <paramref name="release"/> as the latest.</summary>
    public async Task PublishAsync(Release release)
    {
        await using var database = Database.Open(connection);
        var store = new ReleaseStore(database);
        var (head, _) = await store.PublishAsync(release, new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero), CancellationToken.None);
        Release = await store.ReadAsync(head.Id, CancellationToken.None);
    }

    /// <summary>The page at <paramref name="address"/>, which must answer 200.</summary>
    public async Task<string> PageAsync(string address)
    {
        using var answer = await Browser().GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answered {answer.StatusCode}: {page[..Math.Min(page.Length, 500)]}");
        return page;
    }

    /// <summary>What a reader sees of <paramref name="html"/>: no tags, one space between words.</summary>
    public static string TextOf(string html) =>
        Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]+>", " ")).Replace('\u00a0', ' '), @"\s+", " ").Trim();

    /// <summary>An amount in US dollars as pages in a language show it where no currency is asked for: English ones in dollars, Indonesian ones in rupiah.</summary>
    public string Usual(string language, decimal usd)
    {
        var rupiah = Release!.ExchangeRates.Where(r => r.Currency == "IDR").MaxBy(r => r.Month)!.PerUsd;
        var figures = SiteText.Of(SiteLanguage.Find(language)!).Figures;
        return (language == "id" ? figures.Money(usd * rupiah, "IDR") : figures.Money(usd, "USD")).Replace('\u00a0', ' ');
    }

    protected virtual Release? Make() => SampleRelease.Make();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("port", "0");
        // What a site says of its starts, releases and refused forms would bury a failure.
        builder.UseSetting("Logging:LogLevel:Default", "Error");
        builder.UseSetting("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Error");
        builder.UseSetting("ConnectionStrings:Analytics", connection);
    }
}

/// <summary>The site before its first release.</summary>
public sealed class NewSite(PostgresFixture postgres) : SiteFixture(postgres)
{
    protected override Release? Make() => null;
}

/// <summary>The site showing simulated reports.</summary>
public sealed class DemoSite(PostgresFixture postgres) : SiteFixture(postgres)
{
    protected override Release? Make() => SampleRelease.Make(simulated: true, [.. SampleRelease.Reports()]);
}
