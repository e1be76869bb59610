using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Analytics.Models.Releases.Datasets;
using Analytics.Web.Api;

namespace Analytics.Web.Tests.Api;

/// <summary>What the API gives are the rows of the dataset: all of them, in their order, in JSON and in CSV.</summary>
public sealed class ApiRowsTests(ApiSite site) : IClassFixture<ApiSite>
{
    public static TheoryData<string> Tables => [.. ApiEndpoints.Tables.Select(t => t.Name)];

    [Theory, MemberData(nameof(Tables))]
    public async Task Pages_together_are_the_rows_of_the_release_in_their_order(string name)
    {
        var table = DatasetTables.Find(name)!;
        var rows = table.Rows(site.Release!).ToList();
        Assert.NotEmpty(rows);
        // More than two pages of each, and a last one that is not full.
        var limit = Math.Max(1, rows.Count / 3);
        var read = new List<JsonObject>();
        for (var address = $"/api/v1/{name}?limit={limit}"; address is not null;)
        {
            var page = await site.JsonAsync(address);
            Assert.Equal(rows.Count, (int)page["count"]!);
            Assert.Equal(site.Release!.Head.Id, (string?)page["release"]!["id"]);
            Assert.True((bool)page["release"]!["simulated"]!);
            Assert.InRange(page["data"]!.AsArray().Count, 1, limit);
            read.AddRange(page["data"]!.AsArray().Select(r => r!.AsObject()));
            address = (string?)page["next"];
        }

        Assert.Equal(rows.Count, read.Count);
        foreach (var (row, told) in rows.Zip(read))
        {
            Assert.Equal(table.Columns.Select(c => c.Name), told.Select(p => p.Key));
            for (var i = 0; i < row.Length; i++)
                Assert.Equal(Written(row[i]), told[table.Columns[i].Name]?.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        }
    }

    [Theory, MemberData(nameof(Tables))]
    public async Task Csv_has_the_values_of_the_json(string name)
    {
        var table = DatasetTables.Find(name)!;
        var json = (await site.JsonAsync($"/api/v1/{name}?limit=1000"))["data"]!.AsArray();
        using var answer = await site.AskAsync($"/api/v1/{name}.csv?limit=1000");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        var csv = CsvText.Records(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(table.Columns.Select(c => c.Name), csv[0]);
        Assert.Equal(json.Count, csv.Count - 1);
        foreach (var (row, told) in json.Zip(csv.Skip(1)))
        {
            foreach (var (value, cell) in row!.AsObject().Select(p => p.Value).Zip(told))
            {
                // Only text may be made safe for spreadsheets.
                var expected = value is null ? "" : value.GetValueKind() == JsonValueKind.String ? (string)value! : value.ToJsonString();
                Assert.True(cell == expected || (value?.GetValueKind() == JsonValueKind.String && cell == "'" + expected), $"{cell} stands for {expected}");
            }
        }
    }

    [Fact]
    public async Task The_last_page_names_no_next_and_the_others_name_it_in_a_header_too()
    {
        using var first = await site.AskAsync("/api/v1/platforms.csv?limit=2");
        var link = Assert.Single(first.Headers.GetValues("Link"));
        Assert.Matches("^<http://localhost/api/v1/platforms\\.csv\\?limit=2&cursor=[0-9A-Za-z_-]+>; rel=\"next\"$", link);
        using var next = await site.AskAsync(link.Split('<', '>')[1]);
        var all = site.Release!.Platforms;
        Assert.Equal(all.Skip(2).Take(2).Select(p => p.Slug), CsvText.Records(await next.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Skip(1).Select(r => r[0]));
        using var whole = await site.AskAsync("/api/v1/platforms?limit=1000");
        Assert.False(whole.Headers.Contains("Link"));
    }

    [Theory]
    [InlineData("rates?platform=prolific", "platform", "prolific")]
    [InlineData("rates?task=survey&task=data-entry", "task_type", "survey|data-entry")]
    [InlineData("rates?measure=paid-only&platform=prolific&quarter=all", "quarter", "all")]
    [InlineData("rates?quarter=2026Q3", "quarter", "2026Q3")]
    [InlineData("estimates?platform=mturk&measure=paid-only", "platform", "mturk")]
    [InlineData("claims?kind=worker-case", "kind", "worker-case")]
    [InlineData("claims?country=ID", "country", "ID")]
    [InlineData("platforms?country=ID", "country", "ID")]
    public async Task A_filter_gives_the_rows_that_have_the_value_and_all_of_them(string address, string column, string values)
    {
        var name = address.Split('?')[0];
        var query = System.Web.HttpUtility.ParseQueryString(address.Split('?')[1]);
        var page = await site.JsonAsync($"/api/v1/{address}&limit=1000");
        var told = page["data"]!.AsArray();
        Assert.All(told, row => Assert.Contains((string)row![column]!, values.Split('|')));
        var table = DatasetTables.Find(name)!;
        var expected = table.Rows(site.Release!).Count(row => query.AllKeys.All(key => query.GetValues(key)!.Contains((string?)row[table.IndexOf(DatasetFilter.ColumnOf(table, key!)!.Name)])));
        Assert.Equal(expected, told.Count);
        Assert.Equal(expected, (int)page["count"]!);
        Assert.Equal(query.AllKeys.Order(), page["filters"]!.AsObject().Select(p => p.Key).Order());
    }

    [Fact]
    public async Task A_list_in_one_value_is_searched_by_its_parts()
    {
        var told = (await site.JsonAsync("/api/v1/platforms?task=survey&limit=1000"))["data"]!.AsArray();
        Assert.Equal(site.Release!.Platforms.Count(p => p.TaskTypes.Contains(Analytics.Models.Platforms.TaskType.Survey)), told.Count);
        Assert.Contains(told, row => ((string)row!["task_types"]!).Contains("; ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("application/json", "application/json")]
    [InlineData("text/csv", "text/csv")]
    [InlineData("text/*", "text/csv")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/json;q=0.5, text/csv", "text/csv")]
    [InlineData("text/csv;q=0.2, */*;q=0.8", "application/json")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/json")]
    [InlineData("text/csv;charset=utf-8", "text/csv")]
    public async Task The_form_is_the_one_that_is_liked_best(string accept, string type)
    {
        using var answer = await site.AskAsync("/api/v1/platforms", ("Accept", accept));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Accept", answer.Headers.Vary);
        // The ending of the address is stronger.
        using var named = await site.AskAsync("/api/v1/platforms.json", ("Accept", accept));
        Assert.Equal("application/json", named.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("application/xml")]
    [InlineData("text/csv;q=0, application/json;q=0")]
    public async Task A_form_that_there_is_not_is_refused(string accept)
    {
        using var answer = await site.AskAsync("/api/v1/rates", ("Accept", accept));
        Assert.Equal(HttpStatusCode.NotAcceptable, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("text/csv", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Releases_are_listed_with_their_files()
    {
        var listed = (await site.JsonAsync("/api/v1/releases"))["data"]!.AsArray();
        var own = listed.Single(r => (string?)r!["id"] == site.Release!.Head.Id)!;
        Assert.Equal(site.Release!.Head.Number, (int)own["number"]!);
        var files = await site.JsonAsync((string)own["files"]!);
        Assert.Equal(site.Release.Head.Id, (string?)files["release"]!["id"]);
        var rates = files["data"]!.AsArray().Single(f => (string?)f!["name"] == "rates.csv")!;
        Assert.Equal(site.Release.Cells.Count, (int)rates["rows"]!);
        Assert.DoesNotContain(files["data"]!.AsArray(), f => ((string)f!["name"]!).Contains('/', StringComparison.Ordinal));
        using var file = await site.AskAsync((string)rates["address"]!);
        var bytes = await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal((long)rates["bytes"]!, bytes.LongLength);
        Assert.Equal((string?)rates["sha256"], Analytics.Models.Storage.Key.OfContent(bytes));
        using var csv = await site.AskAsync("/api/v1/releases.csv");
        Assert.Equal(listed.Count + 1, CsvText.Records(await csv.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Count);
    }

    // As JSON writes it.
    private static string? Written(object? value) => value switch
    {
        null or "" => null,
        string text => JsonValue.Create(text).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }),
        bool yes => yes ? "true" : "false",
        DateOnly day => $"\"{day:yyyy-MM-dd}\"",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException(value.GetType().Name),
    };
}
