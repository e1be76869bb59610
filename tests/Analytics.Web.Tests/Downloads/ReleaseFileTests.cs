using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Analytics.Models.Releases;
using Analytics.Models.Releases.Datasets;
using Analytics.Web.Downloads;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Downloads;

/// <summary>The ready files of a release, its address, and that of the latest.</summary>
public sealed class ReleaseFileTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private string Id => site.Release!.Head.Id;

    [Fact]
    public async Task Every_file_is_sent_as_it_is_with_its_sum_and_rows()
    {
        var files = await FilesAsync();
        Assert.All(DatasetTables.All, table => Assert.All(TableFormat.All, format => Assert.Contains(files, f => f.Name == $"{table.Name}.{format}")));
        foreach (var file in files)
        {
            using var asked = new HttpRequestMessage(HttpMethod.Get, $"/s/{Id}/{file.Name}") { Headers = { { "Accept-Encoding", "gzip, br" } } };
            using var answer = await site.Browser().SendAsync(asked);
            var content = await answer.Content.ReadAsByteArrayAsync();
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal((file.Bytes, file.Sha256), (content.LongLength, Convert.ToHexStringLower(SHA256.HashData(content))));
            Assert.Equal(file.Bytes, answer.Content.Headers.ContentLength);
            Assert.Empty(answer.Content.Headers.ContentEncoding);
            Assert.Equal(($"\"{file.Sha256}\"", Digest(content), "public, max-age=31536000, immutable"), (answer.Headers.ETag?.Tag, Header(answer, "Repr-Digest"), Header(answer, "Cache-Control")));
            var isTable = TableFormat.All.Any(f => file.Name.EndsWith("." + f, StringComparison.Ordinal));
            Assert.Equal(isTable ? file.Rows.ToString(System.Globalization.CultureInfo.InvariantCulture) : null, Header(answer, "Row-Count"));
            Assert.Equal(isTable ? $"perjam-{Id}-{file.Name.Replace('/', '-')}" : file.Name, answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
            Assert.Equal(("attachment", "*"), (answer.Content.Headers.ContentDisposition?.DispositionType, Header(answer, "Access-Control-Allow-Origin")));
        }
    }

    [Theory]
    [InlineData("rates.csv", "text/csv; charset=utf-8; header=present")]
    [InlineData("rates.parquet", "application/vnd.apache.parquet")]
    [InlineData("rates.jsonl", "application/jsonl")]
    [InlineData("SHA256SUMS", "text/plain; charset=utf-8")]
    [InlineData("manifest.json", "application/json; charset=utf-8")]
    [InlineData("records/figures.jsonl", "application/jsonl")]
    public async Task A_file_says_what_it_is(string name, string type)
    {
        using var answer = await site.Browser().GetAsync(new Uri($"/s/{Id}/{name}", UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        if (name.StartsWith("rates", StringComparison.Ordinal))
            Assert.Contains($"<http://localhost/en/data/rates?release={Id}>; rel=\"describedby\"", Header(answer, "Link"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bytes=0-9", HttpStatusCode.PartialContent, 0, 10)]
    [InlineData("bytes=10-", HttpStatusCode.PartialContent, 10, -1)]
    [InlineData("bytes=-7", HttpStatusCode.PartialContent, -7, 7)]
    [InlineData("bytes=99999999-", HttpStatusCode.RequestedRangeNotSatisfiable, 0, 0)]
    public async Task A_part_can_be_had(string range, HttpStatusCode status, int from, int length)
    {
        var whole = await site.Browser().GetByteArrayAsync(new Uri($"/s/{Id}/claims.csv", UriKind.Relative));
        using var answer = await PartAsync(range, null);
        Assert.Equal(status, answer.StatusCode);
        if (status != HttpStatusCode.PartialContent)
            return;
        from = from < 0 ? whole.Length + from : from;
        length = length < 0 ? whole.Length - from : length;
        Assert.Equal(whole[from..(from + length)], await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(($"bytes {from}-{from + length - 1}/{whole.Length}", Digest(whole)), (answer.Content.Headers.ContentRange?.ToString(), Header(answer, "Repr-Digest")));
    }

    [Fact]
    public async Task A_part_of_another_version_is_not_mixed_in()
    {
        var tag = $"\"{(await FilesAsync()).Single(f => f.Name == "claims.csv").Sha256}\"";
        using var same = await PartAsync("bytes=0-9", tag);
        using var other = await PartAsync("bytes=0-9", "\"another\"");
        Assert.Equal((HttpStatusCode.PartialContent, HttpStatusCode.OK), (same.StatusCode, other.StatusCode));
        using var unchanged = new HttpRequestMessage(HttpMethod.Get, $"/s/{Id}/claims.csv") { Headers = { IfNoneMatch = { new EntityTagHeaderValue(tag) } } };
        using var answer = await site.Browser().SendAsync(unchanged);
        Assert.Equal((HttpStatusCode.NotModified, 0), (answer.StatusCode, (await answer.Content.ReadAsByteArrayAsync()).Length));
    }

    [Theory]
    [InlineData("claims.csv")]
    [InlineData("claims.csv?platform=mturk")]
    public async Task HEAD_is_GET_without_the_body(string name)
    {
        using var head = await site.Browser().SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/s/{Id}/{name}"));
        using var get = await site.Browser().GetAsync(new Uri($"/s/{Id}/{name}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal((get.Headers.ETag, get.Content.Headers.ContentType, get.Content.Headers.ContentDisposition), (head.Headers.ETag, head.Content.Headers.ContentType, head.Content.Headers.ContentDisposition));
        // That of an extract is not known before.
        if (!name.Contains('?', StringComparison.Ordinal))
            Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("rates.csv?platform=none", 400, "last part of a platform page")]
    [InlineData("rates.jsonl?sort=pay", 400, "rates cannot be filtered by 'sort'; it takes platform, task,")]
    [InlineData("exchange_rates.csv?country=ID", 400, "it can be had whole")]
    [InlineData("rates.parquet?platform=mturk", 400, "rates.parquet is had whole")]
    [InlineData("SHA256SUMS?platform=mturk", 400, "SHA256SUMS is had whole")]
    [InlineData("records/cells.jsonl?platform=mturk", 400, "is had whole")]
    [InlineData("none.csv?platform=mturk", 400, "none.csv is had whole")]
    [InlineData("none.csv", 404, "has no file of that name")]
    [InlineData("citation.bib?platform=mturk", 400, "Say which table is cited")]
    [InlineData("citation.bib?table=none", 400, "'none' is not known; table is one of rates")]
    [InlineData("citation.bib?table=rates&platform=none", 400, "last part of a platform page")]
    [InlineData("citation.bib?table=rates&format=parquet&platform=mturk", 400, "format is one of csv, jsonl")]
    public async Task What_cannot_be_had_is_refused_with_what_to_do(string name, int status, string told)
    {
        using var answer = await site.Browser().GetAsync(new Uri($"/s/{Id}/{name}", UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal((status, "application/problem+json", "no-store"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, Header(answer, "Cache-Control")));
        Assert.Contains(told, JsonDocument.Parse(text).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", "en", "/en/data?release={id}")]
    [InlineData("text/html,*/*;q=0.8", "id,en;q=0.5", "/id/data?release={id}")]
    public async Task The_address_of_a_release_leads_readers_to_its_page(string accept, string language, string to)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, $"/s/{Id}") { Headers = { { "Accept", accept }, { "Accept-Language", language } } };
        using var answer = await site.Browser().SendAsync(asked);
        Assert.Equal((HttpStatusCode.Found, to.Replace("{id}", Id, StringComparison.Ordinal)), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Equal("Accept, Accept-Language", string.Join(", ", answer.Headers.Vary));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json;q=0.5, text/html;q=0.4")]
    [InlineData("*/*")]
    [InlineData("")]
    public async Task The_address_of_a_release_tells_programs_what_it_holds(string accept)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, $"/s/{Id}");
        asked.Headers.TryAddWithoutValidation("Accept", accept);
        using var answer = await site.Browser().SendAsync(asked);
        using var manifest = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.OK, Id, $"/s/{Id}/manifest.json", "no-cache"),
            (answer.StatusCode, manifest.RootElement.GetProperty("release").GetString(), answer.Content.Headers.ContentLocation?.ToString(), Header(answer, "Cache-Control")));
        Assert.Equal("Accept, Accept-Language", string.Join(", ", answer.Headers.Vary));
    }

    [Theory]
    [InlineData("/d/perjam", "/s/{id}")]
    [InlineData("/d/perjam/rates.csv?platform=mturk&country=ID", "/s/{id}/rates.csv?platform=mturk&country=ID")]
    [InlineData("/d/perjam/records/figures.jsonl", "/s/{id}/records/figures.jsonl")]
    [InlineData("/d/perjam/perjam.zip", "/s/{id}/perjam-{id}.zip")]
    public async Task The_latest_leads_to_the_release_it_is_today(string address, string to)
    {
        using var answer = await site.Browser().GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal((HttpStatusCode.Found, to.Replace("{id}", Id, StringComparison.Ordinal), "no-cache"), (answer.StatusCode, answer.Headers.Location?.ToString(), Header(answer, "Cache-Control")));
    }

    [Theory]
    [InlineData("citation.txt", "text/plain", "rates.csv?platform=mturk&country=ID")]
    [InlineData("citation.bib", "application/x-bibtex", "rates.csv?platform=mturk&country=ID")]
    [InlineData("citation.ris", "application/x-research-info-systems", "UR  - http://localhost/s/{id}/rates.csv?platform=mturk&country=ID\r\n")]
    [InlineData("citation.csl.json", "application/vnd.citationstyles.csl+json", "\"type\": \"dataset\"")]
    [InlineData("CITATION.cff", "application/yaml", "cff-version: \"1.2.0\"")]
    public async Task An_extract_is_cited_in_every_form_with_its_filter(string name, string type, string holds)
    {
        using var answer = await site.Browser().GetAsync(new Uri($"/s/{Id}/{name}?table=rates&country=id&platform=MTurk", UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains(holds.Replace("{id}", Id, StringComparison.Ordinal), text, StringComparison.Ordinal);
        Assert.Contains(Id, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rates", "platform=mturk")]
    [InlineData("rates", "country=all&measure=paid-only&platform=all")]
    [InlineData("claims", "platform=micro1&platform=mturk")]
    [InlineData("platforms", "task=survey")]
    [InlineData("minimum_wages", "country=US")]
    [InlineData("rates", "quarter=1999Q1")]
    public async Task An_extract_holds_the_rows_of_the_table_that_its_filter_wants(string table, string query)
    {
        var shape = DatasetTables.Find(table)!;
        var filter = DatasetFilter.Read(shape, query.Split('&').Select(a => a.Split('=')).Select(a => (a[0], a[1])), [.. site.Release!.Platforms.Select(p => p.Slug)], new Dictionary<string, string>());
        var (whole, _) = await HaveAsync($"{table}.jsonl");
        var wanted = whole.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => filter.Matches(Row(shape, line))).ToList();
        var (lines, answer) = await HaveAsync($"{table}.jsonl?{query}");
        Assert.Equal(string.Concat(wanted.Select(line => line + "\n")), lines);
        Assert.Equal(wanted.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), Assert.Single(answer.TrailingHeaders.GetValues("Row-Count")));
        Assert.Equal(Digest(Encoding.UTF8.GetBytes(lines)), Assert.Single(answer.TrailingHeaders.GetValues("Repr-Digest")));
        Assert.Equal(["Repr-Digest", "Row-Count"], answer.Headers.Trailer);
        var (csv, told) = await HaveAsync($"{table}.csv?{query}");
        Assert.Equal(Assert.Single(answer.TrailingHeaders.GetValues("Row-Count")), Assert.Single(told.TrailingHeaders.GetValues("Row-Count")));
        Assert.StartsWith(string.Join(',', shape.Columns.Select(c => c.Name)) + "\r\n", csv, StringComparison.Ordinal);
        Assert.Matches($"^perjam-{Id}-{table}-[A-Za-z0-9-]+\\.csv$", told.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
    }

    [Fact]
    public async Task An_extract_that_is_had_already_is_not_sent_again()
    {
        var (_, first) = await HaveAsync("rates.csv?platform=mturk&country=all");
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/s/{Id}/rates.csv?country=all&platform=MTURK") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var second = await site.Browser().SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        var (_, other) = await HaveAsync("rates.csv?platform=mturk");
        Assert.NotEqual(first.Headers.ETag, other.Headers.ETag);
    }

    private static object?[] Row(DatasetTable table, string line)
    {
        using var json = JsonDocument.Parse(line);
        return [.. table.Columns.Select(c => json.RootElement.GetProperty(c.Name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null)];
    }

    private async Task<(string Text, HttpResponseMessage Answer)> HaveAsync(string name)
    {
        var answer = await site.Browser().GetAsync(new Uri($"/s/{Id}/{name}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadAsStringAsync(), answer);
    }

    private Task<IReadOnlyList<ReleaseFile>> FilesAsync() => site.Services.GetRequiredService<ReleaseFileStore>().ListAsync(Id, CancellationToken.None);

    private async Task<HttpResponseMessage> PartAsync(string range, string? tag)
    {
        var asked = new HttpRequestMessage(HttpMethod.Get, $"/s/{Id}/claims.csv");
        asked.Headers.Add("Range", range);
        if (tag is not null)
            asked.Headers.Add("If-Range", tag);
        return await site.Browser().SendAsync(asked);
    }

    private static string? Header(HttpResponseMessage answer, string name) => answer.Headers.NonValidated.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    private static string Digest(byte[] content) => $"sha-256=:{Convert.ToBase64String(SHA256.HashData(content))}:";
}
