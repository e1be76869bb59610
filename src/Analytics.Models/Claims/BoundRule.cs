using Analytics.Models.Money;

namespace Analytics.Models.Claims;

/// <summary>How exactly an amount is stated, from the words before it and the "+" or "or more" after it.</summary>
internal static class BoundRule
{
    private const int BoundReach = 4;

    /// <summary>The bound of the amount between two tokens; <paramref name="boundEnd"/> is the token after what follows it and belongs to it.</summary>
    public static Bound Around(BlockView view, int first, int end, bool isRange, out int boundEnd)
    {
        boundEnd = end;
        var found = Bound.Exact;
        if (view.IsMark(end, '+'))
            (found, boundEnd) = (Bound.AtLeast, end + 1);
        else if (view.Has(end, Cue.AtLeastAfter))
            (found, boundEnd) = (Bound.AtLeast, view.HitAt(end)!.End);
        var modal = false;
        for (int i = first, steps = 0; i > 0 && steps < BoundReach; steps++)
        {
            if ((view.HitBefore(i, h => Of(h) != Bound.Exact) ?? view.HitBefore(i)) is { } hit)
            {
                // "Mulai dari Rp 30 hingga Rp 500" opens a range; alone it is a lower bound.
                if (!(isRange && hit.Has(Cue.From)))
                    found = Strongest(found, Of(hit));
                if (hit.Has(Cue.Reach) && !isRange && (modal || view.Any(hit.First - 3, hit.First + 1, Cue.Modal) || Opens(view, hit)))
                    found = Strongest(found, Bound.UpTo);
                modal |= hit.Has(Cue.Modal);
                i = hit.First;
                if (Of(hit) == Bound.Exact && !hit.Has(Cue.Reach) && !hit.Has(Cue.Between))
                    steps++;
            }
            else if (view.Tokens[i - 1] is { Kind: TokenKind.Mark, Sign: '≥' or '>' or '~' or '<' or '≤' or '=' or '"' or '(' } mark)
            {
                found = Strongest(found, mark.Sign switch { '≥' or '>' => Bound.AtLeast, '~' => Bound.About, '<' or '≤' => Bound.UpTo, _ => Bound.Exact });
                if (mark.Sign is '(')
                    break;
                i--;
            }
            else if (view.Tokens[i - 1].Kind == TokenKind.Word)
                i--;
            else
                break;
        }

        return found;
    }

    /// <summary>"Penghasilan mencapai $200": with nobody named before it, a promise of the most.</summary>
    private static bool Opens(BlockView view, Hit reach)
    {
        var first = view.Sentences[view.SentenceOf(reach.First)].First;
        return reach.First == first || (reach.First == first + 1 && (view.Has(first, Cue.Pay) || view.Has(first, Cue.Earn)) && view.HitAt(first)!.End == reach.First);
    }

    /// <summary>The bound a phrase gives; exact when it gives none.</summary>
    public static Bound Of(Hit hit) =>
        hit.Has(Cue.AtLeast) ? Bound.AtLeast : hit.Has(Cue.UpTo) ? Bound.UpTo : hit.Has(Cue.Almost) ? Bound.Almost : hit.Has(Cue.About) ? Bound.About : Bound.Exact;

    /// <summary>The guide's order of precedence: at least, up to, almost, about.</summary>
    private static Bound Strongest(Bound a, Bound b) => Rank(a) >= Rank(b) ? a : b;

    private static int Rank(Bound bound) => bound switch
    {
        Bound.AtLeast => 4,
        Bound.UpTo => 3,
        Bound.Almost => 2,
        Bound.About => 1,
        _ => 0,
    };
}
