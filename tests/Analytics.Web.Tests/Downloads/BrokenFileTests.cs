using System.Net;
using Analytics.Models.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Analytics.Web.Tests.Downloads;

/// <summary>A release of which the stored content of a file has changed.</summary>
public sealed class BrokenFileTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("rates.csv")]
    [InlineData("rates.csv?platform=mturk")]
    public async Task Content_that_is_not_what_the_release_promised_is_not_sent(string name)
    {
        const string Id = "flippedbyte";
        await using (var connection = await site.Services.GetRequiredService<Database>().ConnectAsync(CancellationToken.None))
        {
            await using var command = new NpgsqlCommand(
                $"""
                insert into perjam.release (id, number, made_at, simulated, manifest) select '{Id}', 2, made_at, simulated, manifest from perjam.release on conflict do nothing;
                insert into perjam.release_object (sha256, content) select repeat('a', 64), 'cell,platform' on conflict do nothing;
                insert into perjam.release_file (release_id, name, sha256, bytes, rows)
                    select '{Id}', name, case name when 'rates.csv' then repeat('a', 64) else sha256 end, bytes, rows from perjam.release_file where release_id <> '{Id}' on conflict do nothing;
                """, connection);
            await command.ExecuteNonQueryAsync();
        }

        using var answer = await site.Browser().GetAsync(new Uri($"/s/{Id}/{name}", UriKind.Relative));
        Assert.Equal((HttpStatusCode.InternalServerError, "application/problem+json", "no-store"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Headers.CacheControl?.ToString()));
        Assert.DoesNotContain("cell,platform", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
