using Analytics.Models.Platforms;
using Xunit;

namespace Analytics.Models.Tests.Platforms;

/// <summary>A platform's file that is not as it should be is refused with a message saying where and what.</summary>
public sealed class PlatformFileTests
{
    private const string Source = """{ "title": "A page", "address": "https://example.org/pay", "part": null, "seen": "2026-11-21" }""";

    private const string Statement =
        """{ "topic": "payout-method", "english": "Paid by bank.", "indonesian": "Dibayar lewat bank.", "value": "bank", "countries": ["ID"], "source": SOURCE, "finding": "says so" }""";

    [Fact]
    public void A_good_file_is_read()
    {
        var platform = PlatformFile.Read("acme.json", File(Statement.Replace("SOURCE", Source)));
        var statement = Assert.Single(platform.Statements);
        Assert.Equal(StatementTopic.PayoutMethod, statement.Topic);
        Assert.Equal("ID", Assert.Single(statement.Countries));
        Assert.Equal(new Uri("https://example.org/pay"), statement.Source.Address);
        Assert.Equal(new DateOnly(2026, 11, 21), statement.Source.Seen);
        Assert.Equal([TaskType.Survey, TaskType.UserTesting], platform.TaskTypes);
    }

    [Fact]
    public void A_statement_without_a_source_is_refused()
    {
        Refused(File(Statement.Replace(""" "source": SOURCE,""", "")), "acme.json, line ", "statements[0]", "source");
        Refused(File(Statement.Replace("SOURCE", "null")), "acme.json, line ", "source");
    }

    [Theory]
    [InlineData("\"https://example.org/pay\"", "null", "statements[0].source.address: a statement needs the address")]
    [InlineData("\"https://example.org/pay\"", "\"pay.html\"", "'pay.html' is not a web address")]
    [InlineData("\"https://example.org/pay\"", "\"file:///etc/hosts\"", "is not a web address")]
    [InlineData("\"2026-11-21\"", "null", "statements[0].source.seen: a statement needs the date")]
    [InlineData("\"2026-11-21\"", "\"yesterday\"", "$.statements[0].source.seen")]
    [InlineData("\"Dibayar lewat bank.\"", "\" \"", "statements[0].indonesian: is empty")]
    [InlineData("\"says so\"", "\"\"", "statements[0].finding: is empty")]
    [InlineData("\"A page\"", "\"\"", "statements[0].source.title: is empty")]
    [InlineData("payout-method", "wages", "'wages' is not one of the words for StatementTopic")]
    [InlineData("\"value\"", "\"valeu\"", "valeu")]
    [InlineData("\"survey\", \"user-testing\"", "", "field task_types: at least one belongs here")]
    [InlineData("\"survey\", ", "\"surveys\", ", "'surveys' is not one of the words for TaskType")]
    [InlineData("\"slug\": \"acme\"", "\"slug\": \"other\"", "field slug: 'other' must be the file's own name")]
    [InlineData("\"name\": \"Acme\",", "", "name")]
    [InlineData("\"countries\": [\"ID\"]", "\"countries\": null", "countries")]
    public void A_fault_is_told_with_its_place(string good, string bad, string said)
    {
        var text = File(Statement.Replace("SOURCE", Source));
        Assert.Contains(good, text);
        Refused(text.Replace(good, bad), "acme.json", said);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("[]")]
    public void What_is_no_platform_at_all_is_refused(string text) => Refused(text, "acme.json");

    private static void Refused(string text, params string[] said)
    {
        var message = Assert.Throws<FormatException>(() => PlatformFile.Read("acme.json", text)).Message;
        Assert.All(said, part => Assert.Contains(part, message));
    }

    private static string File(string statement) =>
        """
        {
          "slug": "acme",
          "name": "Acme",
          "aliases": [],
          "home": "https://example.org/",
          "group": "survey",
          "task_types": ["survey", "user-testing"],
          "country": null,
          "statements": [
            STATEMENT
          ]
        }
        """.Replace("STATEMENT", statement);
}
