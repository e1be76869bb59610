using Analytics.Models.Money;

namespace Analytics.Models.Claims;

/// <summary>Where a word stands that tells something of a figure.</summary>
internal enum Nearness : byte
{
    /// <summary>At most six tokens before, with no other amount between.</summary>
    JustBefore,

    /// <summary>At most fourteen tokens before, with no other amount between.</summary>
    Before,

    /// <summary>Further before in the sentence.</summary>
    Earlier,

    /// <summary>At most five tokens after the figure and its unit, with no other amount between.</summary>
    JustAfter,

    /// <summary>Further after in the sentence.</summary>
    After,

    /// <summary>Anywhere in the block.</summary>
    Block,

    /// <summary>In the header of the table column.</summary>
    Header,

    /// <summary>In the paragraph that introduces the list or table.</summary>
    Intro,

    /// <summary>In the nearest heading.</summary>
    Heading,

    /// <summary>In the article's title; only words against pay are looked for there, since titles announce pay that the article then does not tell.</summary>
    Title,
}

/// <summary>
/// What tells whether a figure is pay, what for, and whether it was got, measured or promised: the words around it by their nearness,
/// and facts of the figure itself. No piece of evidence decides alone; <see cref="EvidenceWeights"/> says how much each counts.
/// </summary>
internal sealed class FigureEvidence
{
    /// <summary>The figure is part of a worked example.</summary>
    public const string Example = "example";

    /// <summary>The figure is a term of a sum.</summary>
    public const string Arithmetic = "arithmetic";

    /// <summary>The figure is only how much more or less: "£3 less".</summary>
    public const string Difference = "difference";

    private const int JustBefore = 6, Before = 14, JustAfter = 5;
    private const int ReachOfNet = 4;
    private const int SectionOfStudy = 3;
    private const int WorkersYear = 2000, WorkersDays = 250, WorkersWeeks = 50, Months = 12;

    /// <summary>Cues of pay and of other money, looked for in the block and its frame too.</summary>
    private static readonly Cue[] OfMoney =
    [
        Cue.Earn, Cue.Get, Cue.Pay, Cue.Rate, Cue.Worker, Cue.GigWork, Cue.Left, Cue.Company, Cue.Price, Cue.Deduction, Cue.NotForWork, Cue.Minimum,
        Cue.Hypothetical, Cue.Simulation, Cue.Assumption, Cue.Advice, Cue.Goal, Cue.Wage, Cue.Threshold, Cue.Difference,
    ];

    private static readonly Cue[] OfTitle = [.. OfMoney.Where(PayJudge.IsAgainst)];

    /// <summary>Cues of who says it and how, looked for in the sentence alone.</summary>
    private static readonly Cue[] OfSaying =
    [
        Cue.Average, Cue.Study, Cue.PlatformSays, Cue.Modal, Cue.Promise, Cue.Agreed, Cue.Asked, Cue.FirstPerson, Cue.ThirdPerson, Cue.Addressee,
        Cue.SomePerson, Cue.Past, Cue.Growth, Cue.Total, Cue.Said, Cue.Habit, Cue.Share, Cue.Working, Cue.Done, Cue.Example, Cue.Each, Cue.For, Cue.Is,
        Cue.NetOf, Cue.Within, Cue.Withdraw, Cue.GiftCard, Cue.MustPay, Cue.Unit, Cue.UnitAdverb, Cue.Article, Cue.Confirmed,
    ];

    private static readonly bool[] IsTelling = [.. Enum.GetValues<Cue>().Select(c => OfMoney.Contains(c) || OfSaying.Contains(c))];
    private readonly List<(Cue Cue, Nearness Nearness)> _words = [];
    private readonly List<string> _facts = [];

    /// <param name="article">The figure's article.</param>
    /// <param name="figure">The figure, with its unit.</param>
    /// <param name="previous">The figure before it in the block; null for the first.</param>
    /// <param name="next">The figure after it in the block; null for the last.</param>
    public FigureEvidence(ArticleView article, Figure figure, Figure? previous, Figure? next)
    {
        AddSentence(figure, previous, next);
        AddFrames(article, figure);
        AddFacts(article, figure);
    }

    /// <summary>Each cue once for each nearness.</summary>
    public IReadOnlyList<(Cue Cue, Nearness Nearness)> Words => _words;

    public IReadOnlyList<string> Facts => _facts;

    private void AddSentence(Figure figure, Figure? previous, Figure? next)
    {
        var (view, span) = (figure.View, figure.Span);
        var from = previous?.Sentence == figure.Sentence ? Math.Max(span.First, previous.UnitEnd) : span.First;
        var to = next?.Sentence == figure.Sentence ? Math.Min(span.End, next.First) : span.End;
        Span<byte> seen = stackalloc byte[IsTelling.Length];
        seen.Clear();
        for (var i = span.First; i < span.End; i++)
        {
            if (view.HitAt(i) is not { } hit || (i >= figure.First && i < figure.End))
                continue;
            var nearness = i < figure.First
                ? (i < from || figure.First - i > Before ? Nearness.Earlier : figure.First - i > JustBefore ? Nearness.Before : Nearness.JustBefore)
                : (i < to && i < figure.UnitEnd + JustAfter ? Nearness.JustAfter : Nearness.After);
            foreach (var sense in hit.Senses)
            {
                // "after Upwork's fees" is said of pay.
                if (sense.Cue is Cue.Price or Cue.Deduction && view.Any(i - ReachOfNet, i, Cue.NetOf))
                    continue;
                // A unit is a piece of work or a time.
                var cue = sense.Cue is Cue.Unit && sense.Text != "task" ? Cue.UnitAdverb : sense.Cue;
                if (IsTelling[(int)cue])
                    seen[(int)cue] |= (byte)(1 << (int)nearness);
            }
        }

        for (var cue = 0; cue < seen.Length; cue++)
        {
            if (Nearest(seen[cue], Nearness.JustBefore, Nearness.Earlier) is { } before)
                _words.Add(((Cue)cue, before));
            if (Nearest(seen[cue], Nearness.JustAfter, Nearness.After) is { } after)
                _words.Add(((Cue)cue, after));
        }
    }

    private static Nearness? Nearest(byte seen, Nearness first, Nearness last)
    {
        for (var nearness = first; nearness <= last; nearness++)
        {
            if ((seen & (1 << (int)nearness)) != 0)
                return nearness;
        }

        return null;
    }

    private void AddFrames(ArticleView article, Figure figure)
    {
        var view = figure.View;
        Add(view, Nearness.Block);
        Add(article.Header(view, view.Tokens[figure.First].Start), Nearness.Header);
        Add(article.Intro(view), Nearness.Intro);
        Add(article.Headings(view) is [var heading, ..] ? heading : null, Nearness.Heading);
        Add(article.Title, Nearness.Title, OfTitle);
    }

    private void Add(BlockView? frame, Nearness nearness, Cue[]? cues = null)
    {
        foreach (var cue in frame is null ? [] : cues ?? OfMoney)
        {
            if (frame!.Says(cue))
                _words.Add((cue, nearness));
        }
    }

    private void AddFacts(ArticleView article, Figure figure)
    {
        var (view, span) = (figure.View, figure.Span);
        void When(bool holds, string fact)
        {
            if (holds)
                _facts.Add(fact);
        }

        _facts.Add($"unit {(figure.Unit is { } unit ? Term.Of(unit) : "none")}{(figure.UnitIsNear ? " near" : "")}");
        _facts.Add($"block {view.Block.Kind}");
        _facts.Add($"bound {Term.Of(figure.Bound)}");
        _facts.Add(Magnitude(article, figure));
        _facts.AddRange(article.Topics);
        When(article.IsTold, "told");
        When(figure.Min < figure.Max, "range");
        // "1,5jt per minggu": a rate speaks for money as well as a currency would; "300 ribu pengunjung per hari" is a count.
        var beforeOther = figure.End < span.End && view.Tokens[figure.End].Kind == TokenKind.Word && view.HitAt(figure.End) is null;
        var isRate = !beforeOther && figure is { UnitIsNear: true, Unit: PayUnit.Hour or PayUnit.Day or PayUnit.Week or PayUnit.Month };
        When(figure.IsBare && !isRate, "bare");
        // "80 juta lapangan kerja": what follows is what is counted.
        When(figure.IsBare && !view.Any(figure.First - 2, figure.First, Cue.Pay) && beforeOther, "bare count");
        When(BlockView.Within(view.Platforms, span.First, span.End).Any(), "platform in sentence");
        When(article.Title is { } title && title.Says(Cue.Study), "study in title");
        When(article.Headings(view).Any(h => h.Says(Cue.Study)), "study in headings");
        When(article.Intro(view)?.Says(Cue.Study) == true, "study in intro");
        When(view.Says(Cue.Study) || figure.Sentence > 0 && article.SectionBefore(view).Take(SectionOfStudy).Any(b => b.Says(Cue.Study)), "study before");
        When(article.Intro(view)?.Says(Cue.Average) == true, "average in intro");
        When(article.IsPosting, "posting");
        When(view.HitBefore(figure.First) is { } before && before.Has(Cue.Article), "one");
        When(figure.Sentence > 0 && view.Any(view.Sentences[figure.Sentence - 1].First, span.First, Cue.FirstPerson), "first person before");
        When(view.Any(0, span.First, Cue.ThirdPerson), "third person before");
        When(view.Block.Author is not null, "post");
        When(view.Platforms.Count > 0, "platform in block");
        When(article.NamesPlatform, "platform in article");
        When(article.InExample(view) || view.Any(figure.First - 2, figure.First, Cue.Example), Example);
        When(IsArithmetic(figure), Arithmetic);
        When(view.Has(figure.End, Cue.Difference), Difference);
        When(IsLabelled(figure, span), "labelled");
        When(article.IsSummedUp(view), "summed up");
        When(view.Block.Kind is BlockKind.ListItem or BlockKind.TableRow && HasDuration(view, span), "duration");
        When(figure.Unit is null or PayUnit.Total && Counts.Of(figure) is { Tasks: not null } or { Hours: not null }, "counts");
    }

    /// <summary>Of a rate, how many digits it would have as a full year's pay in US dollars; of a sum, how many it has.</summary>
    private static string Magnitude(ArticleView article, Figure figure)
    {
        var dollars = article.Lexicon.All.Currencies.TryGetValue(figure.Currency, out var currency) ? figure.Max / currency.PerDollar : figure.Max;
        var year = figure.Unit switch
        {
            PayUnit.Hour => WorkersYear,
            PayUnit.Day => WorkersDays,
            PayUnit.Week => WorkersWeeks,
            PayUnit.Month => Months,
            PayUnit.Year => 1,
            _ => 0,
        };
        var digits = Math.Clamp(Math.Log10((double)Math.Max(1, dollars * Math.Max(1, year))), 0, 9);
        return FormattableString.Invariant($"{(year > 0 ? "year" : "sum")} of {(int)digits + 1} digits");
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

    /// <summary>"Prolific: $75".</summary>
    private static bool IsLabelled(Figure figure, SentenceSpan span) =>
        (figure.View.IsMark(figure.First - 1, ':') || figure.View.IsMark(figure.First - 1, '-'))
        && BlockView.Within(figure.View.Platforms, span.First, figure.First - 1).Any(h => h.End == figure.First - 1);

    /// <summary>"Product study - 15 minutes - $2.80": a row of a worker's log.</summary>
    private static bool HasDuration(BlockView view, SentenceSpan span) =>
        view.Between(span.First, span.End).Any(h => h.First > span.First && h.Get(Cue.Unit)?.Text is "hour" or "other" && view.Tokens[h.First - 1].Kind == TokenKind.Number);
}
