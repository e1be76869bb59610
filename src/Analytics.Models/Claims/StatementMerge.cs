namespace Analytics.Models.Claims;

/// <summary>Makes one statement of what an article says once.</summary>
internal static class StatementMerge
{
    /// <summary>
    /// The statements in the order of the text; ways of paying that one sentence tells of one platform and the same countries are one
    /// statement, and what is said again in the very same words is none.
    /// </summary>
    public static IReadOnlyList<Statement> Of(IReadOnlyList<Statement> read)
    {
        var merged = read.GroupBy(s => (s.Place, s.Topic, s.Platform, s.PlatformName, s.Method, string.Join(' ', s.Countries), s.Topic == Platforms.StatementTopic.PayoutMethod ? null : s.Value))
            .Select(g => g.First() with { Value = Together(g) });
        return [.. merged.DistinctBy(s => (s.Topic, s.PlatformName, s.Method, string.Join(' ', s.Countries), s.Value, s.Quote))];
    }

    private static string? Together(IEnumerable<Statement> same) =>
        string.Join(' ', same.SelectMany(s => (s.Value ?? "").Split(' ')).Distinct()) is { Length: > 0 } value && same.Skip(1).Any() ? value : same.First().Value;
}
