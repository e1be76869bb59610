using System.Net;
using System.Net.Sockets;
using Analytics.Tests.Storage;
using Microsoft.AspNetCore.Http;
using Npgsql;
using Xunit;

namespace Analytics.Flow.Tests;

/// <summary>What a user or the web gets wrong: a clear sentence, the right exit code, and nothing half-done.</summary>
public sealed class BadInputTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_broken_html_file_is_read_as_far_as_it_goes()
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(folder.Path);
        var file = Path.Combine(folder.Path, "broken.html");
        await File.WriteAllTextAsync(file, "<html><body><article><h1>Pay</h1><p>Anna Berg earned <b>$12 an hour on Upwork.<div></table></p></span><<<p");
        await using var web = await SavedWeb.StartAsync();
        await using var setting = await FlowSetting.MakeAsync(postgres, web);
        Assert.Equal(0, (await setting.IngestAsync("collect", file, "--address", "https://example.org/pay", "--date", "2025-01-02")).Code);
        var (code, answers, notes) = await setting.IngestAsync("step", "read");
        Assert.True(code == 0, notes);
        Assert.Contains("1 claims", answers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_text_is_refused_by_name()
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(folder.Path);
        var file = Path.Combine(folder.Path, "photo.html");
        await File.WriteAllBytesAsync(file, [.. Enumerable.Range(0, 5_000).Select(i => (byte)(i % 7 == 0 ? 0 : i))]);
        await using var web = await SavedWeb.StartAsync();
        await using var setting = await FlowSetting.MakeAsync(postgres, web);
        var (code, answers, notes) = await setting.IngestAsync("text", file);
        Assert.Equal((2, ""), (code, answers));
        Assert.Contains("photo.html", Assert.Single(Lines(notes)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_fifty_megabytes_is_refused_before_it_is_kept()
    {
        await using var web = await SavedWeb.StartAsync();
        var page = web.Serve("/huge", async context =>
        {
            context.Response.ContentType = "text/html";
            var chunk = new byte[1024 * 1024];
            Array.Fill(chunk, (byte)'a');
            for (var i = 0; i < 50 && !context.RequestAborted.IsCancellationRequested; i++)
                await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
        });
        await IsRefusedAsync(web, page, "too-large", "10");
    }

    [Fact]
    public async Task A_redirect_to_a_private_address_is_not_followed()
    {
        await using var web = await SavedWeb.StartAsync();
        await using var inside = await SavedWeb.StartAsync();
        inside.Page("/secret", "<p>Secret</p>");
        var page = web.Serve("/out", context =>
        {
            context.Response.Redirect(new Uri(inside.Address, "/secret").ToString());
            return Task.CompletedTask;
        });
        await IsRefusedAsync(web, page, "forbidden", inside.Address.Host);
        Assert.Empty(inside.Requests);
    }

    [Fact]
    public async Task A_robots_refusal_is_kept_to_and_told()
    {
        await using var web = await SavedWeb.StartAsync();
        web.Serve("/robots.txt", context => context.Response.WriteAsync("User-agent: *\nDisallow: /private"));
        var page = web.Page("/private/pay", "<p>$5 an hour</p>");
        await IsRefusedAsync(web, page, "robots-disallow", "robots");
        Assert.DoesNotContain("/private/pay", web.Requests);
    }

    [Fact]
    public async Task A_changed_migration_stops_every_program_before_it_touches_anything()
    {
        await using var web = await SavedWeb.StartAsync();
        await using var setting = await FlowSetting.MakeAsync(postgres, web);
        await using (var connection = new NpgsqlConnection(setting.ConnectionString))
        {
            await connection.OpenAsync();
            await using var change = new NpgsqlCommand("update perjam.migration set checksum = repeat('0', 64) where number = 1", connection);
            Assert.Equal(1, await change.ExecuteNonQueryAsync());
        }

        var (code, answers, notes) = await setting.IngestAsync("flow");
        Assert.Equal((1, ""), (code, answers));
        Assert.Contains("0001_", Assert.Single(Lines(notes)), StringComparison.Ordinal);
        using var site = RunningProgram.Start(Checkout.WebProgram, setting.Settings, "--port", "0");
        Assert.Equal(1, await site.EndAsync(TimeSpan.FromSeconds(30)));
        Assert.Contains("0001_", Assert.Single(Lines(site.Notes)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_postgresql_the_command_to_install_it_is_told()
    {
        using var folder = new TestFolder();
        var settings = new Dictionary<string, string> { ["PostgreSQL__Programs"] = Path.Combine(folder.Path, "nowhere") };
        var (code, answers, notes) = await RunningProgram.RunAsync(Checkout.IngestProgram, settings, "status", "--data", folder.Path);
        Assert.Equal((1, ""), (code, answers));
        Assert.Contains("PostgreSQL", Assert.Single(Lines(notes)), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "postgres", "base")));
    }

    [Fact]
    public async Task A_taken_port_is_told_before_anything_is_started()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port;
        using var folder = new TestFolder();
        using var site = RunningProgram.Start(Checkout.WebProgram, new Dictionary<string, string>(),
            "--port", port.ToString(System.Globalization.CultureInfo.InvariantCulture), "--data", folder.Path);
        Assert.Equal(2, await site.EndAsync(TimeSpan.FromSeconds(30)));
        var line = Assert.Single(Lines(site.Notes));
        Assert.Contains(port.ToString(System.Globalization.CultureInfo.InvariantCulture), line, StringComparison.Ordinal);
        Assert.Contains("--port", line, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Path));
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_is_told()
    {
        // Not even root can make a folder in /proc.
        var (code, answers, notes) = await RunningProgram.RunAsync(Checkout.IngestProgram, new Dictionary<string, string>(), "status", "--data", "/proc/perjam");
        Assert.Equal((1, ""), (code, answers));
        Assert.Contains("/proc/perjam", Assert.Single(Lines(notes)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no step", "step", "tidy")]
    [InlineData("not a date", "collect", "/dev/null", "--date", "yesterday")]
    [InlineData("nowhere.html", "text", "nowhere.html")]
    [InlineData("HOST:PORT", "flow", "--allow-host", "localhost")]
    [InlineData("--reports", "demo", "--demo", "--reports", "-5")]
    [InlineData("--demo", "demo")]
    [InlineData("simulated", "collect", "--demo", "https://example.org/")]
    public async Task Wrong_use_is_one_line_and_code_two(string said, params string[] arguments)
    {
        await using var web = await SavedWeb.StartAsync();
        await using var setting = await FlowSetting.MakeAsync(postgres, web);
        var (code, answers, notes) = await setting.IngestAsync(arguments);
        Assert.Equal((2, ""), (code, answers));
        Assert.Contains(said, Assert.Single(Lines(notes)), StringComparison.Ordinal);
    }

    private async Task IsRefusedAsync(SavedWeb web, Uri page, string outcome, string said)
    {
        await using var setting = await FlowSetting.MakeAsync(postgres, web);
        var (code, _, notes) = await setting.IngestAsync("collect", page.ToString());
        Assert.Equal(1, code);
        var line = Assert.Single(Lines(notes), l => l.Contains("is not read", StringComparison.Ordinal));
        Assert.Contains(page.ToString(), line, StringComparison.Ordinal);
        Assert.Contains(said, line, StringComparison.OrdinalIgnoreCase);
        await using var connection = new NpgsqlConnection(setting.ConnectionString);
        await connection.OpenAsync();
        await using var pages = new NpgsqlCommand("select (select count(*) from perjam.source_page), (select outcome from perjam.fetch order by id desc limit 1)", connection);
        await using var reader = await pages.ExecuteReaderAsync();
        await reader.ReadAsync();
        Assert.Equal(0, reader.GetInt64(0));
        Assert.Contains(outcome, reader.GetString(1), StringComparison.Ordinal);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
