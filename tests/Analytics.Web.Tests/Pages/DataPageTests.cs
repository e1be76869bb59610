using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics.Models.Releases;
using Analytics.Models.Releases.Datasets;
using Analytics.Models.Storage;
using Analytics.Web.Downloads;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Analytics.Web.Tests.Pages;

/// <summary>The page of the data and the codebook page of each table.</summary>
public sealed class DataPageTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private string Id => site.Release!.Head.Id;

    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public async Task Every_table_is_listed_with_its_files_and_every_file_is_there(string lang)
    {
        var page = await site.PageAsync($"/{lang}/data");
        foreach (var table in DatasetTables.All)
        {
            Assert.Contains($"href=\"/{lang}/data/{table.Name}\"", page, StringComparison.Ordinal);
            Assert.All(TableFormat.All, format => Assert.Contains($"href=\"/s/{Id}/{table.Name}.{format}\"", page, StringComparison.Ordinal));
        }

        foreach (var link in Regex.Matches(page, $"href=\"(/s/{Id}/[^\"]+)\"").Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Distinct())
            await site.PageAsync(link);
        Assert.Contains($"/s/{Id}/perjam-{Id}.zip", page, StringComparison.Ordinal);
        Assert.Contains("sha256sum -c SHA256SUMS", page, StringComparison.Ordinal);
        Assert.Contains($"http://localhost/s/{Id}", SiteFixture.TextOf(page), StringComparison.Ordinal);
        Assert.All(BlankReason.All, reason => Assert.Contains($"<code>{reason}</code>", page, StringComparison.Ordinal));
    }

    public static TheoryData<string, string> Tables()
    {
        var tables = new TheoryData<string, string>();
        foreach (var table in DatasetTables.All)
        {
            tables.Add("en", table.Name);
            tables.Add("id", table.Name);
        }

        return tables;
    }

    [Theory, MemberData(nameof(Tables))]
    public async Task A_table_has_a_page_that_explains_every_column_and_word(string lang, string name)
    {
        var (table, book) = (DatasetTables.Find(name)!, Codebook.In(lang));
        var page = await site.PageAsync($"/{lang}/data/{name}");
        var text = SiteFixture.TextOf(page);
        foreach (var column in table.Columns)
        {
            var entry = Regex.Match(page, $"<div id=\"{column.Name}\">.*?</div>", RegexOptions.Singleline);
            Assert.True(entry.Success, column.Name);
            var told = SiteFixture.TextOf(entry.Value);
            Assert.Contains(Words(book.Of(table, column).Meaning), told, StringComparison.Ordinal);
            Assert.All(column.Words, word => Assert.Contains($"{word} {Words(book.Label(table, column, word))}", told, StringComparison.Ordinal));
        }

        Assert.Contains($"(Version {Id}) [Data set]. http://localhost/s/{Id}/{name}.csv", text, StringComparison.Ordinal);
        var data = JsonDocument.Parse(Regex.Matches(page, "<script type=\"application/ld\\+json\">(.*?)</script>")[^1].Groups[1].Value).RootElement;
        Assert.Equal(("Dataset", 3), (data.GetProperty("@type").GetString(), data.GetProperty("distribution").GetArrayLength()));
    }

    [Theory]
    [InlineData("en", "rates", "platform=MTurk&country=&task=", "platform=mturk")]
    [InlineData("id", "rates", "country=all&platform=mturk", "platform=mturk&country=all")]
    [InlineData("en", "minimum_wages", "country=us", "country=US")]
    public async Task A_choice_makes_the_address_of_an_extract_and_its_citation(string lang, string table, string asked, string query)
    {
        var page = await site.PageAsync($"/{lang}/data/{table}?{asked}");
        var text = SiteFixture.TextOf(page);
        foreach (var format in new[] { "csv", "jsonl" })
        {
            Assert.Contains($"http://localhost/s/{Id}/{table}.{format}?{query}", text, StringComparison.Ordinal);
            await site.PageAsync($"/s/{Id}/{table}.{format}?{query}");
        }

        Assert.Contains($"[Data set]. http://localhost/s/{Id}/{table}.csv?{query}", text, StringComparison.Ordinal);
        foreach (var name in CitationFiles.Names)
        {
            Assert.Contains($"/s/{Id}/{name}?table={table}&amp;{query.Replace("&", "&amp;", StringComparison.Ordinal)}", page, StringComparison.Ordinal);
            await site.PageAsync($"/s/{Id}/{name}?table={table}&{query}");
        }

        Assert.Contains($"read_csv(\"http://localhost/s/{Id}/{table}.csv?{query}\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/en/data/none", 404)]
    [InlineData("/en/data/rates?platform=none", 400)]
    [InlineData("/id/data/exchange_rates?country=ID", 400)]
    [InlineData("/en/data/rates?release=none", 404)]
    public async Task What_there_is_not_is_told(string address, int status)
    {
        using var answer = await site.Browser().GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal((status, "text/html"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    private static string Words(string text) => Regex.Replace(text, @"\s+", " ");
}

/// <summary>A site whose first release was made before there were datasets.</summary>
public sealed class OldReleaseTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    public async Task A_release_of_before_the_dataset_shows_the_records_that_it_has()
    {
        const string Id = "beforedatasets";
        // As one was then: records under their bare names and nothing else.
        await using (var connection = await site.Services.GetRequiredService<Database>().ConnectAsync(CancellationToken.None))
        {
            await using var command = new NpgsqlCommand(
                $"""
                insert into perjam.release (id, number, made_at, simulated, manifest) select '{Id}', 2, made_at, simulated, manifest from perjam.release;
                insert into perjam.release_file (release_id, name, sha256, bytes, rows)
                    select '{Id}', substr(name, 9), sha256, bytes, rows from perjam.release_file where name like 'records/%';
                """, connection);
            await command.ExecuteNonQueryAsync();
        }

        foreach (var lang in new[] { "en", "id" })
        {
            var page = await site.PageAsync($"/{lang}/data?release={Id}");
            Assert.All(site.Release!.Tables(), table => Assert.Contains($"href=\"/s/{Id}/{table.Name[ReleaseTable.Folder.Length..]}\"", page, StringComparison.Ordinal));
            Assert.DoesNotContain(".parquet", page, StringComparison.Ordinal);
            await site.PageAsync($"/{lang}/data/rates?release={Id}");
        }

        await site.PageAsync($"/s/{Id}/figures.jsonl");
        await site.PageAsync($"/s/{Id}/citation.bib");
        using var extract = await site.Browser().GetAsync(new Uri($"/s/{Id}/claims.jsonl?platform=mturk", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, extract.StatusCode);
        using var manifest = JsonDocument.Parse(await site.PageAsync($"/s/{Id}"));
        Assert.Equal((Id, site.Release!.Tables().Count), (manifest.RootElement.GetProperty("release").GetString(), manifest.RootElement.GetProperty("files").GetArrayLength()));
    }
}
