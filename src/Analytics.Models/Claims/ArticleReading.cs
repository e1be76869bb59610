using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Platforms;

namespace Analytics.Models.Claims;

/// <summary>The reading of one article's figures: found, given units, judged, told apart from repetitions, and made claims.</summary>
internal sealed class ArticleReading(ArticleView article, PlatformTable platforms, Repeats repeats)
{
    private readonly SubjectFinder _subjects = new(article, platforms);
    private const int MostCompared = 20;
    private const int WordsOfFragment = 7;
    private const int BlocksOfRange = 3;
    private const int ReachOfPointer = 25;

    private (BlockView? Intro, PayUnit? Unit) _rows;
    private bool _hourly;
    private Figure? _rate;
    private readonly PayJudge _judge = new(article);
    private readonly List<PassedOverFigure> _passedOver = [];
    private readonly List<Telling> _accepted = [];
    private readonly PersonFinder _persons = new(article);

    public IReadOnlyList<PassedOverFigure> PassedOver => _passedOver;

    /// <summary>Where the judged figures are kept with their evidence, for the fit of the weights; null in ordinary reading.</summary>
    public List<WeighedFigure>? Weighed { get; init; }

    public IReadOnlyList<Claim> Claims()
    {
        var finder = new FigureFinder(article.Lexicon, new DollarRule(article), article.Stop);
        foreach (var view in article.Blocks.Where(b => !b.IsPointer))
            ReadBlock(view, [.. finder.Find(view).Where(f => !IsPointed(f))]);
        // Of a page that shows little but its headline, that is what it says.
        if (_accepted.Count == 0 && article.Title is { } title)
            ReadBlock(title, finder.Find(title));
        var offers = OfferReader.Claims(article, platforms);
        var told = Distinct().Select(a => (Figure: a.Figure, Claim: ClaimMaker.Make(a, article, _subjects, _persons))).ToList();
        foreach (var (figure, _) in told.Where(t => offers.Exists(o => OfferReader.IsSame(o, t.Claim))))
            Pass(figure, Models.Claims.PassedOver.Repeated);
        return [.. offers, .. OfOnePerson([.. told.Select(t => t.Claim).Where(c => !offers.Exists(o => OfferReader.IsSame(o, c)))])];
    }

    /// <summary>"… Read also: how to make $1,000": within a paragraph too, what follows is another article's title.</summary>
    private static bool IsPointed(Figure figure) =>
        figure.View.Between(Math.Max(figure.Span.First, figure.First - ReachOfPointer), figure.First).Any(h => h.Has(Cue.Related) && figure.View.IsMark(h.End, ':'));

    /// <summary>One person's claims are of one country, wherever the page names it.</summary>
    private static IEnumerable<Claim> OfOnePerson(IReadOnlyList<Claim> claims)
    {
        var countries = claims.Where(c => c is { Person: not null, Country: not null }).GroupBy(c => c.Person!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Country, StringComparer.Ordinal);
        return claims.Select(c => c is { Person: not null, Country: null } ? c with { Country = countries.GetValueOrDefault(c.Person) } : c);
    }

    private void ReadBlock(BlockView view, List<Figure> figures)
    {
        if (figures.Count == 0)
            return;
        List<BlockView> around = [.. new[] { article.Intro(view) }.OfType<BlockView>(), .. article.Headings(view), .. new[] { article.Title }.OfType<BlockView>()];
        UnitFinder.Assign(figures, around, f => article.Header(f.View, f.View.Tokens[f.First].Start));
        LikeAmounts.JoinRanges(figures);
        LikeAmounts.Follow(figures, _rate);
        _rate = figures.LastOrDefault(LikeAmounts.IsRate) ?? _rate;
        foreach (var figure in figures)
        {
            // Rows of one list are paid alike: where one is a task, so is the next that says nothing.
            if (view.Block.Kind is BlockKind.ListItem or BlockKind.TableRow && article.Intro(view) is { } intro)
            {
                if (figure.Unit is null && _rows == (intro, PayUnit.Task))
                    figure.Unit = PayUnit.Task;
                _rows = (intro, figure.Unit);
            }

            // "The going rate is around $10": in a text that has spoken of hourly rates it is one.
            if (figure.Unit is null && _hourly && view.Any(figure.Span.First, figure.Span.End, Cue.Rate))
                figure.Unit = PayUnit.Hour;
            _hourly |= figure is { Unit: PayUnit.Hour, UnitIsNear: true };
        }

        Figure? Previous(int i) => i > 0 ? figures[i - 1] : null;
        Figure? Next(int i) => i + 1 < figures.Count ? figures[i + 1] : null;
        var pieces = new FigureEvidence?[figures.Count];
        for (var i = 0; i < figures.Count; i++)
            pieces[i] = _judge.GuessUnit(figures[i], Previous(i), Next(i));

        for (var i = 0; i < figures.Count; i++)
            figures[i].From = i > 0 && figures[i - 1].Sentence == figures[i].Sentence ? figures[i - 1].UnitEnd : figures[i].Span.First;
        var conversions = repeats.Conversions(figures, article.Lexicon.File.BareCurrency);
        for (var i = 0; i < figures.Count; i++)
        {
            article.Stop.ThrowIfCancellationRequested();
            var figure = figures[i];
            if (conversions.ContainsValue(i))
                Pass(figure, Models.Claims.PassedOver.Conversion);
            else if (!IsWholeSentence(figure) && !ContinuesClaim(figure) && Judge(figure, Previous(i), Next(i), pieces[i]) is { } reason)
                Pass(figure, reason);
            else
                _accepted.Add(new Telling(figure) { Conversion = conversions.TryGetValue(i, out var other) ? Written(figures[other]) : null });
        }
    }

    private PassedOver? Judge(Figure figure, Figure? previous, Figure? next, FigureEvidence? piece)
    {
        var evidence = _judge.Evidence(figure, previous, next);
        Weighed?.Add(new WeighedFigure(figure, evidence, piece, KindRule.Of(figure, article, _persons).Kind.Coarse()));
        return _judge.Judge(evidence);
    }

    /// <summary>"Transcribed an interview. $2.": in one's own story the sum of what was just told.</summary>
    private bool IsWholeSentence(Figure figure)
    {
        var isWhole = article.IsTold && figure.Sentence > 0 && figure.First == figure.Span.First && figure.Span.End <= figure.End + 1
            && figure.View.Sentences[figure.Sentence - 1] is var before && !figure.View.Any(before.First, before.End, Cue.Price) && !figure.View.Any(before.First, before.End, Cue.Deduction);
        if (isWhole)
            figure.Unit ??= PayUnit.Task;
        return isWhole;
    }

    /// <summary>"The first day he got Rp20,000. The second day, Rp30,000.": a sentence without a verb goes on with the claim before it.</summary>
    private bool ContinuesClaim(Figure figure)
    {
        var continues = GoesOn(figure);
        if (continues && !figure.UnitIsNear && _accepted[^1].Figure.Unit is null or PayUnit.Total or PayUnit.Task)
            figure.Unit = _accepted[^1].Figure.Unit;
        // "Last year I took home Rp150.000 a day. Now only Rp70.000."
        if (continues && figure.View.Any(figure.Span.First, figure.Span.End, Cue.Growth) && _accepted[^1].Figure is { Unit: not PayUnit.Total } before)
            figure.Unit ??= before.Unit;
        return continues;
    }

    private bool GoesOn(Figure figure) =>
        _accepted is [.., { Figure: var last }] && last.View == figure.View && last.Sentence == figure.Sentence - 1 && last.Currency == figure.Currency
        && figure.Span.End - figure.Span.First <= figure.End - figure.First + WordsOfFragment
        && !figure.View.Between(figure.Span.First, figure.Span.End).Any(h => PayJudge.SpeaksAgainst(h));

    private void Pass(Figure figure, PassedOver reason) =>
        _passedOver.Add(new PassedOverFigure(Written(figure), Quotes.Place(figure, figure.First, figure.End), reason));

    /// <summary>A figure repeated is one claim, at its fullest mention; rows of one list are each their own.</summary>
    private List<Telling> Distinct()
    {
        var kept = new List<Telling>();
        var byAmount = new Dictionary<(decimal, decimal, string), List<int>>();
        foreach (var telling in _accepted)
        {
            article.Stop.ThrowIfCancellationRequested();
            var figure = telling.Figure;
            var amount = (figure.Min, figure.Max, figure.Currency);
            if (EndsRange(figure, kept))
            {
                Pass(figure, Models.Claims.PassedOver.Repeated);
                continue;
            }

            if (!byAmount.TryGetValue(amount, out var same))
                byAmount[amount] = same = [];
            var at = same.FindLastIndex(same.Count - 1, Math.Min(same.Count, MostCompared), i => IsRepeat(kept[i].Figure, figure));
            if (at < 0)
            {
                same.Add(kept.Count);
                kept.Add(telling);
                continue;
            }

            var first = kept[same[at]];
            if (Fullness(figure) > Fullness(first.Figure))
            {
                Pass(first.Figure, Models.Claims.PassedOver.Repeated);
                kept[same[at]] = first.Led(figure);
            }
            else
            {
                Pass(figure, Models.Claims.PassedOver.Repeated);
                first.Repeats.Add(figure);
            }

            kept[same[at]].Conversion ??= telling.Conversion;
        }

        DropConvertedHeadings(kept);
        return [.. kept.OrderBy(k => k.Figure.View.Index).ThenBy(k => k.Figure.First)];
    }

    /// <summary>"Total Penghasilan Hampir Rp5 Miliar" over "hampir menyentuh US$300.000": the heading converts.</summary>
    private void DropConvertedHeadings(List<Telling> kept)
    {
        foreach (var heading in kept.Where(k => k.Figure.View.Block.Kind == BlockKind.Heading).Take(MostCompared).ToList())
        {
            var told = kept.Find(o => o.Figure.View.Block.Kind != BlockKind.Heading && o.Figure.Currency != heading.Figure.Currency && repeats.IsSame(o.Figure, heading.Figure));
            if (told is null)
                continue;
            Pass(heading.Figure, Models.Claims.PassedOver.Conversion);
            told.Conversion ??= Written(heading.Figure);
            kept.Remove(heading);
        }
    }

    /// <summary>"It starts at $2 per delivery", after "$2-10 per delivery": an end of a range already told.</summary>
    private static bool EndsRange(Figure figure, List<Telling> kept) =>
        figure.Min == figure.Max && figure.UnitIsNear && figure.View.Block.Kind is BlockKind.Paragraph
        && kept.TakeLast(MostCompared).Any(k => k.Figure is var range && range.Min < range.Max && range.Currency == figure.Currency && range.Unit == figure.Unit
            && range.View.Index >= figure.View.Index - BlocksOfRange && (range.Min == figure.Min || range.Max == figure.Max));

    private static string Written(Figure figure) => figure.View.Characters(figure.First, figure.End);

    private bool IsRepeat(Figure a, Figure b)
    {
        var bothRows = a.View.Block.Kind is BlockKind.ListItem or BlockKind.TableRow && b.View.Block.Kind == a.View.Block.Kind
            && article.Intro(a.View) == article.Intro(b.View) && a.View != b.View;
        if (bothRows)
            return false;
        var (x, y) = (a.Unit ?? PayUnit.Total, b.Unit ?? PayUnit.Total);
        if (x != y && a.UnitIsNear && b.UnitIsNear)
            return false;
        var (p, q) = (_subjects.Platform(a.View, a.First, a.End)?.Platform, _subjects.Platform(b.View, b.First, b.End)?.Platform);
        return p is null || q is null || p == q;
    }

    private static int Fullness(Figure figure) =>
        (figure.UnitIsNear ? 2 : 0) + (figure.View.Block.Kind == BlockKind.Heading ? -3 : 0) + (figure.Unit is null ? 0 : 1);
}
