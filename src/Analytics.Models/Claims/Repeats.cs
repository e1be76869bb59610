using Analytics.Models.Money;

namespace Analytics.Models.Claims;

/// <summary>Tells figures that say again what another says: conversions to another currency, and repetitions.</summary>
internal sealed class Repeats(LexiconSet all)
{
    private const decimal Leeway = 1.7m;
    private const int ConversionGap = 8;
    private const int BracketGap = 2;

    /// <summary>Pairs of an amount and its conversion: the conversion's index by the amount's.</summary>
    public Dictionary<int, int> Conversions(IReadOnlyList<Figure> figures, string? own)
    {
        var found = new Dictionary<int, int>();
        for (var i = 0; i + 1 < figures.Count; i++)
        {
            var (a, b) = (figures[i], figures[i + 1]);
            // "earning $7,200 ($72/hour)": the same pay by another unit.
            if (a.View == b.View && a.Currency == b.Currency && b.First - a.UnitEnd <= BracketGap && a.View.IsMark(b.First - 1, '(') && b is { UnitIsNear: true } && a.Unit != b.Unit && a.View.IsMark(b.UnitEnd, ')'))
            {
                found[i] = i + 1;
                i++;
                continue;
            }

            if (a.View != b.View || a.Sentence != b.Sentence || a.Currency == b.Currency || !IsSame(a, b))
                continue;
            // "£6/$8 per hour": a price for each of two countries.
            if (a.View.IsMark(a.End, '/') && b.First == a.End + 1)
            {
                (a.Unit, a.UnitIsNear) = a.UnitIsNear ? (a.Unit, true) : (b.Unit, b.UnitIsNear);
                continue;
            }

            var gap = b.First - Math.Max(a.End, a.UnitEnd <= b.First ? a.UnitEnd : a.End);
            if (gap > ConversionGap)
                continue;
            // Of "Rp 1 jutaan atau $100 per bulan" the foreign amount is meant: people convert into their own money. Else the one with the unit.
            var isAside = a.View.IsMark(b.First - 1, '(') || (a.View.Any(a.End, b.First, Cue.Or) && a.View.Any(a.End, b.First, Cue.About));
            var secondIsMeant = a.Currency != b.Currency && own is not null && (a.Currency == own || b.Currency == own) && !isAside && a.View.Any(a.End, b.First, Cue.Or)
                ? a.Currency == own : a.UnitEnd == a.End && b.UnitEnd > b.End && !isAside;
            if (secondIsMeant)
                found[i + 1] = i;
            else
                found[i] = i + 1;
            var (meant, other) = secondIsMeant ? (b, a) : (a, b);
            if (!meant.UnitIsNear && other.Unit is not null)
                (meant.Unit, meant.UnitIsNear) = (other.Unit, other.UnitIsNear);
            i++;
        }

        return found;
    }

    /// <summary>Whether two amounts in different currencies may be one amount, by rough rates of exchange.</summary>
    public bool IsSame(Figure a, Figure b) => Agree(a.Min, a.Currency, b.Min, b.Currency) && Agree(a.Max, a.Currency, b.Max, b.Currency);

    private bool Agree(decimal a, string currencyOfA, decimal b, string currencyOfB)
    {
        if (!all.Currencies.TryGetValue(currencyOfA, out var x) || !all.Currencies.TryGetValue(currencyOfB, out var y))
            return false;
        var (first, second) = (a / x.PerDollar, b / y.PerDollar);
        return first <= second * Leeway && second <= first * Leeway;
    }
}
