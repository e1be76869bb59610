using Analytics.Models.Money;

namespace Analytics.Models.Claims;

/// <summary>
/// Decides whether a figure is what a worker gets. Words for and against are weighed by how near they stand; the strongest word
/// against gives the reason where the figure is passed over.
/// </summary>
internal sealed class PayJudge(ArticleView article)
{
    private const double Enough = 2;
    private const int SentencesAssumed = 3;

    /// <summary>A word against: how it weighs near the figure and elsewhere in the sentence, within how many tokens, and what it means.</summary>
    private sealed record Against(Cue Cue, double Near, double Far, int Before, int After, PassedOver Reason);

    private static readonly Against[] Words =
    [
        new(Cue.Company, 4, 2.5, 14, 10, PassedOver.CompanyMoney),
        new(Cue.Price, 4, 1.5, 5, 4, PassedOver.Price),
        new(Cue.Deduction, 4, 1, 6, 4, PassedOver.Price),
        new(Cue.NotForWork, 4, 2.5, 9, 7, PassedOver.NotForWork),
        new(Cue.Minimum, 5, 2.5, 9, 6, PassedOver.NotForWork),
        new(Cue.Hypothetical, 5, 3, 14, 4, PassedOver.Hypothetical),
        new(Cue.Simulation, 5, 3, 20, 4, PassedOver.Hypothetical),
        new(Cue.Advice, 4, 2, 9, 3, PassedOver.Hypothetical),
        new(Cue.Goal, 4, 1.5, 7, 3, PassedOver.Hypothetical),
        new(Cue.Wage, 4, 2.5, 40, 5, PassedOver.Wage),
        new(Cue.Threshold, 4, 2.5, 9, 5, PassedOver.Hypothetical),
    ];

    /// <summary>Whether a phrase says that an amount is no pay.</summary>
    public static bool SpeaksAgainst(Hit hit) => Array.Exists(Words, w => hit.Has(w.Cue));

    /// <summary>Null when the figure is pay; otherwise why it is not.</summary>
    public PassedOver? Judge(Figure figure, Figure? previous, Figure? next)
    {
        var span = figure.Span;
        var score = For(figure, span, previous, next);
        var (worst, reason) = (0.0, PassedOver.NotPay);
        void Count(double weight, PassedOver why)
        {
            score -= weight;
            if (weight > worst)
                (worst, reason) = (weight, why);
        }

        foreach (var word in Words)
        {
            var weight = Weigh(figure, span, word, previous, next);
            if (weight > 0)
                Count(weight, word.Reason);
        }

        // Rows under a simulation are worked examples, however they are worded.
        if (article.Intro(figure.View)?.Says(Cue.Simulation) == true || article.InExample(figure.View))
            Count(10, PassedOver.Hypothetical);
        if (IsArithmetic(figure) && !article.IsTold)
            Count(6, PassedOver.Hypothetical);
        // "Let's say it takes ten minutes. Then you earn $18 an hour.": what follows an assumption is assumed.
        if (figure.Sentence > 0 && figure.View.Sentences[Math.Max(0, figure.Sentence - SentencesAssumed)].First is var assumed && figure.View.Any(assumed, figure.Span.First, Cue.Assumption)
            && !figure.View.Any(figure.Span.First, figure.Span.End, Cue.Past))
            Count(4, PassedOver.Hypothetical);
        if (figure.View.Any(figure.First - 2, figure.First, Cue.Example))
            Count(4, PassedOver.Hypothetical);
        // "They make £4 less per hour": a difference.
        if (figure.View.Has(figure.End, Cue.Difference))
            Count(6, PassedOver.NotPay);
        if (article.Title?.Says(Cue.NotForWork) == true)
            Count(2.5, PassedOver.NotForWork);
        foreach (var (frame, share) in Frames(figure))
        {
            foreach (var word in Words)
            {
                if (frame.Says(word.Cue) && !(frame.Says(Cue.NetOf) && word.Cue is Cue.Price or Cue.Deduction) && !((frame.Says(Cue.Pay) || frame.Says(Cue.Earn)) && word.Cue is Cue.Price or Cue.Deduction or Cue.Wage or Cue.Advice))
                    Count(word.Far * share, word.Reason);
            }
        }

        if (Dollars(figure) >= MostOf(figure.Unit))
            Count(4, PassedOver.CompanyMoney);
        return score >= Enough ? null : reason;
    }

    private double For(Figure figure, SentenceSpan span, Figure? previous, Figure? next)
    {
        var view = figure.View;
        var score = figure.Unit switch
        {
            null or PayUnit.Total or PayUnit.Other => 0,
            PayUnit.Year => 0.5,
            PayUnit.Day or PayUnit.Week or PayUnit.Month => 1.0,
            _ => 2,
        };
        if (!figure.UnitIsNear)
            score /= 2;
        score += Math.Max(Near(figure, span, Cue.Earn, 14, 10, 3, 2), Math.Max(Near(figure, span, Cue.Get, 6, 0, 2, 0), Near(figure, span, Cue.Pay, 9, 6, 2, 1)));
        score += Near(figure, span, Cue.Left, 4, 0, 2, 0);
        if (view.Any(figure.First - 3, figure.First, Cue.Average) && figure.Unit is not null)
            score += 1;
        if (view.Any(span.First, span.End, Cue.Worker))
            score += 1;
        if (view.Any(figure.First - 7, figure.First, Cue.Past) && (view.Any(figure.First - 8, figure.First, Cue.FirstPerson) || view.Any(figure.First - 8, figure.First, Cue.ThirdPerson)))
            score += 1.5;
        var isRow = view.Block.Kind is BlockKind.ListItem or BlockKind.TableRow;
        if (article.IsTold && (isRow && HasDuration(view, span) || view.Any(Math.Max(span.First, figure.First - 6), figure.First, Cue.Total)))
            score += 2;
        if (IsLabelled(figure, span))
            score += 2;
        if (figure.Unit is null or PayUnit.Total && Counts.Of(figure) is { Tasks: not null } or { Hours: not null })
            score += 1.5;
        if (view.Any(span.First, span.End, Cue.GigWork) || BlockView.Within(view.Platforms, span.First, span.End).Any())
            score += 0.5;
        foreach (var (frame, share) in Frames(figure))
        {
            if ((frame.Says(Cue.Earn) || frame.Says(Cue.Pay)))
                score += 1.5 * share;
            else if ((frame.Says(Cue.Worker) || frame.Says(Cue.GigWork)))
                score += share * 0.5;
        }

        if (article.Title is { } title && (title.Says(Cue.Earn) || title.Says(Cue.Pay) || title.Says(Cue.GigWork)))
            score += 0.5;
        return score;
    }

    /// <summary>What frames a block: its heading, the line that introduces its list, its table's header.</summary>
    private IEnumerable<(BlockView Frame, double Share)> Frames(Figure figure)
    {
        var view = figure.View;
        if (article.Header(view, view.Tokens[figure.First].Start) is { } header)
            yield return (header, 1.5);
        if (article.Intro(view) is { } intro)
            yield return (intro, 1);
        if (article.Headings(view) is [var heading, ..])
            yield return (heading, article.Intro(view) is null ? 0.7 : 0.4);
    }

    /// <summary>"Rp2.000 x 80 = Rp160.000": terms of a sum.</summary>
    private static bool IsArithmetic(Figure figure)
    {
        var view = figure.View;
        bool IsSign(int i) => view.IsMark(i, '=') || view.IsMark(i, '×') || view.IsMark(i, '÷')
            || (i < view.Tokens.Count && i > 0 && view.Tokens[i] is { Kind: TokenKind.Word, Length: 1 } x && view.Text[x.Start] is 'x' or 'X' && i + 1 < view.Tokens.Count && (view.Tokens[i + 1].Kind is TokenKind.Number or TokenKind.Currency));
        return IsSign(figure.First - 1) || IsSign(figure.End) || IsSign(figure.UnitEnd)
            || (view.IsMark(figure.End, '+') && view.Tokens[figure.End].Spaced);
    }

    /// <summary>"Prolific: $75", in a text that tells of earning.</summary>
    private bool IsLabelled(Figure figure, SentenceSpan span) =>
        article.IsTold && BlockView.Within(figure.View.Platforms, span.First, figure.First - 1).Any(h => h.End == figure.First - 1) && (figure.View.IsMark(figure.First - 1, ':') || figure.View.IsMark(figure.First - 1, '-'));

    /// <summary>"Product study - 15 minutes - $2.80": a row of a worker's log.</summary>
    private static bool HasDuration(BlockView view, SentenceSpan span) =>
        view.Between(span.First, span.End).Any(h => h.First > span.First && h.Get(Cue.Unit)?.Text is "hour" or "other" && view.Tokens[h.First - 1].Kind == TokenKind.Number);

    private static double Near(Figure figure, SentenceSpan span, Cue cue, int before, int after, double near, double far)
    {
        var view = figure.View;
        if (view.Any(Math.Max(span.First, figure.First - before), figure.First, cue) || view.Any(figure.End, Math.Min(span.End, figure.UnitEnd + after), cue))
            return near;
        return view.Any(span.First, span.End, cue) ? far : 0;
    }

    private static double Weigh(Figure figure, SentenceSpan span, Against word, Figure? previous, Figure? next)
    {
        var view = figure.View;
        // A word that stands beyond another amount speaks of that one.
        var from = previous is not null && previous.Sentence == figure.Sentence && word.Cue is not Cue.Wage ? Math.Max(span.First, previous.UnitEnd) : span.First;
        var to = next is not null && next.Sentence == figure.Sentence ? Math.Min(span.End, next.First) : span.End;
        if (view.Any(Math.Max(from, figure.First - word.Before), figure.First, word.Cue) || Holds(view, figure.UnitEnd, Math.Min(to, figure.UnitEnd + word.After), word.Cue))
            return word.Near;
        return Holds(view, span.First, span.End, word.Cue) ? word.Far : 0;
    }

    /// <summary>Whether the cue stands in the range, other than as "after Upwork's fees".</summary>
    private static bool Holds(BlockView view, int first, int end, Cue cue)
    {
        for (var i = Math.Max(0, first); i < Math.Min(end, view.Tokens.Count); i++)
        {
            if (view.Has(i, cue) && !(cue is Cue.Deduction or Cue.Price && view.Any(i - 4, i, Cue.NetOf)))
                return true;
        }

        return false;
    }

    /// <summary>More than anyone's work brings, in US dollars for the unit: then it is a company that earns.</summary>
    private static decimal MostOf(PayUnit? unit) => unit switch
    {
        PayUnit.Hour => 5_000,
        PayUnit.Day => 50_000,
        PayUnit.Week => 200_000,
        PayUnit.Month => 1_000_000,
        _ => 20_000_000,
    };

    private decimal Dollars(Figure figure) =>
        article.Lexicon.All.Currencies.TryGetValue(figure.Currency, out var currency) ? figure.Max / currency.PerDollar : figure.Max;
}
