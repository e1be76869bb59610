using Analytics.Models;
using Analytics.Models.Evidence;
using Analytics.Models.Hourly;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.Compare;

namespace Analytics.Web.Pages.Shared;

/// <summary>A figure with all that it rests on (<c>_FigureEntry</c>): both hourly numbers, what was stated, where, and the arithmetic.</summary>
/// <param name="Nested">Whether it stands under a heading of the third rank.</param>
public sealed record FigureEntry(Asked Asked, FigureRow Figure, bool Nested = false)
{
    /// <summary>The two numbers, or why one is missing.</summary>
    public IEnumerable<HourlyLine> Hourly()
    {
        foreach (var measure in Enum.GetValues<PayMeasure>())
        {
            var row = ComparedFigures.Row("", Figure, measure);
            yield return new(Asked.Text.Word(measure), Asked.Pay(row), row.Gap is { } gap ? Asked.Text.Word(gap) : null,
                row.Imputed ? Asked.Text["figure.imputed"] : null, Asked.Around(row));
        }
    }

    /// <summary>Quantiles an hour as the source states them, by name.</summary>
    public IEnumerable<(string Name, string Amount)> Quantiles() =>
        (Figure.Quantiles ?? []).Zip(["p10", "p25", "p50", "p75", "p90"])
            .Where(q => q.First is not null).Select(q => (Asked.Text["quantile." + q.Second], Asked.Money(q.First!.Value)));

    /// <summary>Years, month or day that the figure is of, and how long ago.</summary>
    public string When() => Figure switch
    {
        { YearFrom: { } from, YearTo: { } to } when from < to => $"{from}–{to}, {Asked.Age(Figure.When())}",
        { YearTo: { } year } => $"{year}, {Asked.Age(Figure.When())}",
        _ when Figure.When() is { } day => $"{Asked.Text.Figures.Date(day)}, {Asked.Age(day)}",
        _ => Asked.Text["figure.yearUnknown"],
    };

    /// <summary>The tellings, as quotes; none for a figure of the catalogue.</summary>
    public IEnumerable<EvidenceQuote> Quotes() => Figure.Witnesses.Where(w => w.Quote is not null)
        .Select(w => new EvidenceQuote(Asked.Text, w.Quote!, w.Language, Source(w), WebAddress.Find(w.Address), w.Seen) { Sentence = Asked.Release.Claim(w.ClaimId)?.Sentence });

    /// <summary>The works that a figure of the catalogue is cited from.</summary>
    public IEnumerable<WorkCited> Citations() => Figure.Witnesses.Where(w => w.Quote is null).Select(w => new WorkCited(
        w.Title, WebAddress.Find(w.Address),
        string.Join(", ", new[] { Asked.Own(w.Part), w.Seen is { } seen ? Asked.Text.Fill("quote.seen", ("date", Asked.Text.Figures.Date(seen))) : null }.OfType<string>())));

    /// <summary>The arithmetic, a step a line; each result stands where it has been reached.</summary>
    public IEnumerable<ArithmeticLine> Arithmetic()
    {
        var assumed = Figure.AllInImputed ? Figure.Factors.Where(f => f.Name == Factor.UnpaidTime).ToList() : [];
        return Figure.Factors.Except(assumed).Select(Step)
            .Concat(Result(PayMeasure.PaidOnly))
            .Concat(assumed.Select(Step))
            .Concat(Result(PayMeasure.AllIn))
            .Concat(Asked.PerTask(Figure) is { } perTask ? [new ArithmeticLine("=", perTask, "", null, IsResult: true)] : []);
    }

    private IEnumerable<ArithmeticLine> Result(PayMeasure measure)
    {
        var row = ComparedFigures.Row("", Figure, measure);
        if (Asked.Pay(row) is { } pay)
            yield return new("=", pay, $"{Asked.Text.Word(measure)}, {Asked.Text["figure.perHour"]}", row.Imputed ? Asked.Text["figure.imputed"] : null, IsResult: true);
    }

    private string Source(Witness witness) => witness.Published is { } day
        ? $"{witness.Title}, {Asked.Text.Fill("quote.published", ("date", Asked.Text.Figures.Date(day)))}"
        : witness.Title;

    private ArithmeticLine Step(Factor factor)
    {
        var number = Asked.Text.Figures.Number(factor.Value, 6);
        return factor.Name switch
        {
            Factor.Amount => new("", Asked.Text.Figures.Money(factor.Value, Figure.Currency), $"{Asked.Text["Factor.amount"]}, {Asked.Text.Word(Figure.Unit)}", null),
            Factor.ExchangeRate => new("÷", Asked.Text.Figures.Number(factor.Value, 4), Asked.Text.Fill("Factor.exchange-rate",
                ("currency", Figure.Currency), ("month", Asked.Text.Figures.Month(Figure.RateMonth))), factor.Source),
            Factor.UnpaidTime when Figure.AllInImputed => new("×", number, Asked.Text["Factor.unpaid-time"], factor.Source),
            Factor.AudioHoursOfWork => new("÷", number, Asked.Text["Factor.audio-hours-of-work"], factor.Source),
            _ => new("÷", number, Asked.Text["Factor." + factor.Name], null),
        };
    }
}

/// <summary>One of the two hourly numbers as written.</summary>
/// <param name="Pay">Null where it is missing, for <paramref name="Gap"/>.</param>
public sealed record HourlyLine(string Measure, string? Pay, string? Gap, string? Imputed, string? Around);

/// <summary>The work that a figure of the catalogue is cited from (<c>_Citation</c>).</summary>
/// <param name="Detail">The part of it, and when it was seen.</param>
public sealed record WorkCited(string Title, Uri? Address, string Detail);

/// <summary>A step of the arithmetic.</summary>
/// <param name="Sign">What is done with the number; empty for the first.</param>
/// <param name="Source">Whose number it is, or what else must be said of it; null for nothing.</param>
public sealed record ArithmeticLine(string Sign, string Number, string Meaning, string? Source, bool IsResult = false);
