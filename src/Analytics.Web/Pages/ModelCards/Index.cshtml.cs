using Analytics.Models.Estimates;
using Analytics.Models.Rollups;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;
using Microsoft.AspNetCore.OutputCaching;

namespace Analytics.Web.Pages.ModelCards;

/// <summary>The model behind modelled figures: what it rests on, how well it does on what it has not seen, and what it must not be used for.</summary>
[OutputCache(PolicyName = ReleaseCache.Policy)]
public sealed class IndexModel : ReleasePage
{
    /// <summary>The card of each measure.</summary>
    public IEnumerable<ModelCard> Cards() => Enum.GetValues<PayMeasure>().Select(Asked.Card);

    /// <summary>The model, then what it has to beat.</summary>
    public IEnumerable<(string Name, Score Score, BaselineScore? Beside)> Ways(Evaluation evaluation) =>
        evaluation.Baselines.Append(evaluation.Last).OfType<BaselineScore>().Select(b => (Asked.Text[$"card.way.{b.Name}"], b.Score, (BaselineScore?)b))
            .Prepend((Asked.Text["card.way.model"], evaluation.Score, null));

    /// <summary>The sum of a score's losses; null where it has no range.</summary>
    public static double? Loss(Score score) => score.Pinball10 + score.Pinball50 + score.Pinball90;

    /// <summary>How often the range held over all platforms that a model had not seen.</summary>
    public static double? Held(IReadOnlyList<LeftOutPlatform> platforms) => platforms.Sum(p => p.N * p.Coverage80) / platforms.Sum(p => p.N);

    /// <summary>Advert gaps: of all, of platforms, of task types; a platform's own page has them by task.</summary>
    public IEnumerable<AdvertGap> Gaps() => Asked.Release.Release.AdvertGaps.Where(g => g.Platform is null || g.TaskType is null);
}
