using System.Globalization;
using Analytics.Models.Claims;
using Analytics.Models.Platforms;

namespace Analytics.Models.Releases;

/// <summary>
/// Finds which statements tell one fact, and which facts contradict each other. Nothing is resolved: what contradicts is numbered, so that
/// it can be shown side by side. Values in, values out.
/// </summary>
internal static class StatementFacts
{
    // The same value of these is the same fact, whoever says it; of the others only the same words are.
    private static readonly HashSet<StatementTopic> ByValue =
        [StatementTopic.PayoutMethod, StatementTopic.MinimumPayout, StatementTopic.Fee, StatementTopic.DaysToPayment, StatementTopic.Availability, StatementTopic.WhoMayJoin];

    /// <summary><paramref name="rows"/> with <see cref="StatementRow.Fact"/> and <see cref="StatementRow.Conflict"/> filled; numbers count from 1 on each platform.</summary>
    public static IReadOnlyList<StatementRow> Of(IReadOnlyList<StatementRow> rows)
    {
        var told = new Dictionary<StatementRow, (int Fact, int? Conflict)>(ReferenceEqualityComparer.Instance);
        foreach (var platform in rows.GroupBy(r => r.Platform, StringComparer.Ordinal))
        {
            var facts = platform.GroupBy(KeyOf).Select((g, i) => new Fact(i + 1, [.. g])).ToList();
            var conflict = 0;
            foreach (var group in facts.GroupBy(f => f.Asks).Where(g => g.Key is not null))
            {
                var against = group.Where(f => group.Any(o => Contradict(f, o))).ToList();
                if (against.Count == 0)
                    continue;
                conflict++;
                against.ForEach(f => f.Conflict = conflict);
            }

            foreach (var (fact, row) in facts.SelectMany(f => f.Rows.Select(r => (f, r))))
                told[row] = (fact.Number, fact.Conflict);
        }

        return [.. rows.Select(r => r with { Fact = told[r].Fact, Conflict = told[r].Conflict })];
    }

    private static (StatementTopic, string?, string?, string, string) KeyOf(StatementRow row)
    {
        var isValue = row.Value is not null && ByValue.Contains(row.Topic);
        var words = isValue ? "" : Quotes.Folded(row.Quote ?? row.English ?? "");
        var value = row.Topic == StatementTopic.PayoutMethod ? string.Join(' ', (row.Value ?? "").Split(' ').Order(StringComparer.Ordinal)) : row.Value;
        return (row.Topic, value, row.Method, Countries(row), words);
    }

    private static string Countries(StatementRow row) => string.Join(' ', row.Countries.Order(StringComparer.Ordinal));

    // Two sources must differ: one that tells two values tells two things.
    private static bool Contradict(Fact a, Fact b) =>
        a != b && a.Rows[0].Value != b.Rows[0].Value && a.Rows.Any(r => b.Rows.All(o => o.SourceAddress != r.SourceAddress)) && b.Rows.Any(r => a.Rows.All(o => o.SourceAddress != r.SourceAddress));

    /// <summary>The question to which a platform has one answer, with what it is limited to and measured in; null where several answers may hold.</summary>
    private static string? QuestionOf(StatementRow row)
    {
        var value = row.Value?.Split(' ');
        var asked = (row.Topic, value) switch
        {
            (StatementTopic.MinimumPayout, [var amount, { Length: 3 } currency]) when IsNumber(amount) => currency,
            (StatementTopic.Fee, [var share, "%"]) when IsNumber(share) => "%",
            (StatementTopic.Fee, [var amount, { Length: 3 } currency]) when row.Method is not null && IsNumber(amount) => currency,
            (StatementTopic.Availability, ["open" or "waitlist" or "closed"]) => "",
            (StatementTopic.WhoMayJoin, [[.. var age, '+']]) when IsNumber(age) => "age",
            _ => null,
        };
        return asked is null ? null : $"{row.Topic} {asked} {row.Method} {Countries(row)}";
    }

    private static bool IsNumber(string text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private sealed class Fact(int number, IReadOnlyList<StatementRow> rows)
    {
        public int Number { get; } = number;

        public IReadOnlyList<StatementRow> Rows { get; } = rows;

        public string? Asks { get; } = QuestionOf(rows[0]);

        public int? Conflict { get; set; }
    }
}
