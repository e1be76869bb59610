using Analytics.Models.Estimates;
using Analytics.Models.Rollups;
using Analytics.Web.Http;
using Analytics.Web.Pages.ModelCards;
using Analytics.Web.Pages.Shared;
using Microsoft.AspNetCore.OutputCaching;

namespace Analytics.Web.Pages.Coverage;

/// <summary>How often the ranges for a person held on reports that the model had not seen; from the release's model cards.</summary>
[OutputCache(PolicyName = ReleaseCache.Policy)]
public sealed class IndexModel : ReleasePage
{
    public IEnumerable<ModelCard> Cards() => Enum.GetValues<PayMeasure>().Select(Asked.Card);

    /// <summary>The measured coverage of an evaluation: of all reports, of the groups at both ends, and of platforms that a model had not seen.</summary>
    public IEnumerable<MeasuredCoverage> Lines(Evaluation evaluation)
    {
        yield return new(Text["coverage.overall"], evaluation.Score.N, evaluation.Score.Coverage80);
        var groups = evaluation.Groups.Where(g => g.Coverage80 is not null).OrderBy(g => g.Coverage80).ToList();
        if (groups is [var least, .., var most])
        {
            yield return Line("coverage.lowest", least);
            yield return Line("coverage.highest", most);
        }

        if (evaluation.LeftOutPlatforms is { Count: > 0 } unseen)
            yield return new(Text["coverage.unseen"], unseen.Sum(p => p.N), ModelCards.IndexModel.Held(unseen));
    }

    private MeasuredCoverage Line(string words, GroupScore group) => new(Text.Fill(words, ("group", Asked.Word(group))), group.N, group.Coverage80);
}

/// <summary>How often the range for 80 of 100 persons held.</summary>
/// <param name="Of">Of which reports.</param>
/// <param name="Reports">How many, about.</param>
/// <param name="Held">A share of 0 to 1; null where it was not measured.</param>
public sealed record MeasuredCoverage(string Of, int Reports, double? Held);
