using System.Text.Json;
using Analytics.Models.Claims;
using Analytics.Models.Platforms;
using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Xunit;

namespace Analytics.Models.Tests.Claims;

/// <summary>
/// The labelled texts and the two seeds that lie in <c>../shared/corpus</c> beside the checkout; skipped where they are absent. Nothing
/// of them is copied here.
/// </summary>
public sealed class CorpusTests
{
    private const string Absent = "../shared/corpus is absent";
    private const double LeastStrict = 0.85;
    private const double LeastAmounts = 0.90;
    private static readonly string? Folder = FindFolder();

    public static bool IsAbsent => Folder is null;

    [Fact(Skip = Absent, SkipWhen = nameof(IsAbsent))]
    public void Labelled_claims_are_read()
    {
        var (strict, amounts, read, gold) = (0, 0, 0, 0);
        foreach (var line in File.ReadLines(Path.Combine(Folder!, "claims-dev.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var wanted = json.RootElement.GetProperty("claims").EnumerateArray().Select(Key).ToList();
            var got = Read(json.RootElement).Claims.Select(c => (c.AmountMin, c.AmountMax, c.Currency, Term.Of(c.Unit))).ToList();
            (read, gold) = (read + got.Count, gold + wanted.Count);
            strict += Matched(wanted, got);
            amounts += Matched(wanted.Select(WithoutUnit), got.Select(WithoutUnit));
        }

        Assert.True(F1(strict, read, gold) >= LeastStrict, $"strict F1 {F1(strict, read, gold):0.000}: {strict} of {gold}, {read} read.");
        Assert.True(F1(amounts, read, gold) >= LeastAmounts, $"amounts F1 {F1(amounts, read, gold):0.000}: {amounts} of {gold}, {read} read.");
    }

    [Fact(Skip = Absent, SkipWhen = nameof(IsAbsent))]
    public void The_first_seed_is_read()
    {
        var reading = Seed("seed-000_*.txt");
        var claim = Assert.Single(reading.Claims);
        Assert.Equal(("600 USD total at-least", FigureKind.WorkerCase, "mturk", 2500m, null),
            (MoneyFormTests.Written(claim), claim.Kind, claim.Platform, claim.Tasks, claim.Hours));
        Assert.All(reading.Statements, s => Assert.Equal("mturk", s.Platform));
        Assert.Equal("bank gift-card", Assert.Single(reading.Statements, s => s.Topic == StatementTopic.PayoutMethod).Value);
        Assert.Contains(reading.Statements, s => s.Topic == StatementTopic.Qualification);
        Assert.Contains(reading.Statements, s => s.Topic == StatementTopic.WorkContent && s.Quote.Contains("dilansir", StringComparison.Ordinal));
        Assert.Contains(reading.Statements, s => s.Topic == StatementTopic.Newcomers);
    }

    [Fact(Skip = Absent, SkipWhen = nameof(IsAbsent))]
    public void The_second_seed_is_read()
    {
        var reading = Seed("seed-004_*.txt");
        Assert.Equal(["200 USD hour exact", "300000 USD total almost"], reading.Claims.Select(MoneyFormTests.Written));
        Assert.All(reading.Claims, c => Assert.Equal((FigureKind.WorkerCase, EvidenceTier.D, "micro1", "ai-training-expert", "Utkarsh Amitabh"),
            (c.Kind, c.Tier, c.Platform, Term.Of(c.TaskType!.Value), c.Person)));
        Assert.NotNull(reading.Claims[0].Witness);
        Assert.All(reading.Claims, c => Assert.Equal("GB", c.Country));
        Assert.Null(reading.Claims[1].PeriodMonths);
        Assert.Equal("3.5 h/day", Assert.Single(reading.Statements, s => s.Topic == StatementTopic.WorkingTime).Value);
        Assert.Contains(reading.Statements, s => s.Topic == StatementTopic.WhoMayJoin);
        Assert.True(reading.Statements.Count(s => s.Topic == StatementTopic.WorkContent) >= 5);
        var check = Assert.Single(ClaimPlausibility.Check(reading));
        Assert.Equal((1500m, 256_200m, 43_800m), (check.HoursNeeded, check.MostExplained, check.Unexplained));
    }

    private static Reading Read(JsonElement document) => Own.Read(
        document.GetProperty("text").GetString()!, document.GetProperty("language").GetString(), document.GetProperty("title").GetString());

    private static Reading Seed(string pattern) => Own.Read(File.ReadAllText(Directory.GetFiles(Folder!, pattern).Single()), null);

    /// <summary>How many of <paramref name="wanted"/> are among <paramref name="got"/>, each used once.</summary>
    private static int Matched<T>(IEnumerable<T> wanted, IEnumerable<T> got)
    {
        var left = got.ToList();
        return wanted.Count(left.Remove);
    }

    private static (decimal, decimal, string, string) Key(JsonElement claim)
    {
        var (low, high) = (Amount(claim, "amount_min"), Amount(claim, "amount_max"));
        return (low ?? high ?? 0, high ?? low ?? 0, claim.GetProperty("currency").GetString()!, claim.GetProperty("unit").GetString()!);
    }

    private static decimal? Amount(JsonElement claim, string name) =>
        claim.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;

    private static (decimal, decimal, string) WithoutUnit((decimal Low, decimal High, string Currency, string Unit) key) => (key.Low, key.High, key.Currency);

    private static double F1(int matched, int read, int gold) => 2.0 * matched / (read + gold);

    private static string? FindFolder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (Path.Combine(at.FullName, "shared", "corpus") is var folder && File.Exists(Path.Combine(folder, "claims-dev.jsonl")))
                return folder;
        }

        return null;
    }
}
