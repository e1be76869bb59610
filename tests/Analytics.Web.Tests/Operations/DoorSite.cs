using System.Net;
using System.Text.RegularExpressions;
using Analytics.Models.Operations;
using Analytics.Models.Releases;
using Analytics.Models.Storage;
using Analytics.Tests.Storage;
using Analytics.Web.Operations;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Analytics.Web.Tests.Operations;

/// <summary>The site before its first release, with a clock to turn and a hasher that counts.</summary>
public sealed class DoorSite(PostgresFixture postgres) : SiteFixture(postgres)
{
    public const string Name = "anna", Password = "a sentence that is long";

    public TurnedClock Clock { get; } = new();

    public CountingHasher Hasher { get; } = new();

    public Database Database => Services.GetRequiredService<Database>();

    /// <summary>The acts that have been logged, the latest first.</summary>
    public Task<IReadOnlyList<AuditEntry>> ActsAsync() => Services.GetRequiredService<AuditStore>().ListAsync(null, 1000, CancellationToken.None);

    /// <summary>A new set-up link, as an address of the site.</summary>
    public async Task<string> LinkAsync()
    {
        using var printed = new StringWriter();
        await SetUpLink.PrintAsync(Services.GetRequiredService<OperatorStore>(), "", Clock, printed, CancellationToken.None);
        return "/en" + Regex.Match(printed.ToString(), @"/operations/set-up\?key=\S+").Value;
    }

    /// <summary>A browser in which an operator is logged in.</summary>
    public async Task<DoorBrowser> InsideAsync(string name = Name)
    {
        var browser = new DoorBrowser(Browser());
        if (!await Database.AnswersAsync(TimeSpan.FromSeconds(10), CancellationToken.None) || await Services.GetRequiredService<OperatorStore>().PasswordHashAsync(name, CancellationToken.None) is null)
            await new DoorBrowser(Browser()).SetUpAsync(await LinkAsync(), name);
        using var done = await browser.LogInAsync(name, Password);
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        return browser;
    }

    protected override Release? Make() => null;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<IPasswordHasher<string>>(Hasher);
        });
    }
}

/// <summary>A clock that stands, and goes on when it is turned.</summary>
public sealed class TurnedClock : TimeProvider
{
    private readonly DateTimeOffset start = System.GetUtcNow();

    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => start + Ahead;
}

/// <summary>The framework's hasher with fewer rounds, counting what it is asked.</summary>
public sealed class CountingHasher : IPasswordHasher<string>
{
    private readonly PasswordHasher<string> real = new(Options.Create(new PasswordHasherOptions { IterationCount = 1_000 }));
    private int checks;

    public int Checks => checks;

    public string HashPassword(string user, string password) => real.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(string user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref checks);
        return real.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}

/// <summary>A browser that fills in the door's forms.</summary>
public sealed class DoorBrowser(HttpClient client)
{
    public const string Token = "__RequestVerificationToken";

    /// <summary>Sent with every form.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    public Task<HttpResponseMessage> GetAsync(string address) => client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));

    public async Task<string> PageAsync(string address)
    {
        using var answer = await GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    public static string TokenOf(string html) => Regex.Match(html, $"name=\"{Token}\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;

    /// <summary>Opens the page and sends its form with these fields.</summary>
    public async Task<HttpResponseMessage> SendAsync(string address, params (string Name, string Value)[] fields)
    {
        using var page = await GetAsync(address);
        return await PostAsync(address, [.. fields, (Token, TokenOf(await page.Content.ReadAsStringAsync()))]);
    }

    /// <summary>Sends these fields and nothing else.</summary>
    public async Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.RelativeOrAbsolute))
        {
            Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
        };
        foreach (var (name, value) in Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request);
    }

    public Task<HttpResponseMessage> LogInAsync(string name, string password) => SendAsync("/en/operations/login", ("name", name), ("password", password));

    public async Task SetUpAsync(string link, string name)
    {
        using var done = await SendAsync(link, ("name", name), ("password", DoorSite.Password), ("again", DoorSite.Password));
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
    }

    /// <summary>The cookie of a session that an answer sets, as name and value; null for none.</summary>
    public static string? SessionOf(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var all) ? all.Select(c => c.Split(';')[0]).FirstOrDefault(c => c.Contains("perjam-operator", StringComparison.Ordinal)) : null;
}
