using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Platforms;

namespace Analytics.Models.Claims;

/// <summary>
/// Reads pay claims, and statements beside pay, from an article. Values in, values out; the same article always gives the same
/// reading. Safe for several threads. Time grows with the length of the text.
/// </summary>
public sealed class ClaimReader
{
    /// <summary>Raised whenever a change of grammar or lexicons may change a reading; pages are then read again.</summary>
    public const string Version = "1.5";

    // No person writes a paragraph of this length; within one block the time of reading grows faster than the text.
    private const int LongestBlock = 50_000;
    private const int QuoteOfRest = 80;

    private readonly LexiconSet _lexicons;
    private readonly PlatformTable _platforms;
    private readonly Repeats _repeats;

    /// <param name="gazetteer">The platforms of the catalogue.</param>
    public ClaimReader(IReadOnlyList<GazetteerEntry> gazetteer)
        : this(gazetteer, LexiconFiles.Weights())
    {
    }

    /// <summary>A reader with other weights than the embedded ones: the fit reads with them.</summary>
    internal ClaimReader(IReadOnlyList<GazetteerEntry> gazetteer, Weights weights)
    {
        ArgumentNullException.ThrowIfNull(gazetteer);
        _lexicons = new LexiconSet(weights);
        _platforms = new PlatformTable(_lexicons, gazetteer);
        _repeats = new Repeats(_lexicons);
    }

    /// <summary>Reads <paramref name="article"/>. Claims and statements stand in the order of the text.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled; looked at with each block and each figure.</exception>
    public Reading Read(Article article, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        var view = View(article, stop);
        var reader = new ArticleReading(view, _platforms, _repeats);
        var claims = reader.Claims();
        var statements = new StatementReader(view, _platforms).Read();
        var told = statements.Where(s => s.Topic is StatementTopic.Fee or StatementTopic.MinimumPayout).ToLookup(s => s.Place.Block);
        var terms = claims.Where(c => told[c.Place.Block].Any(s => IsTerm(c, s))).ToList();
        return new Reading([.. claims.Except(terms)], statements, [
            .. reader.PassedOver, .. terms.Select(c => new PassedOverFigure(c.Quote, c.Place, PassedOver.NotForWork)), .. TooLong(article)]);
    }

    /// <summary>Every figure of <paramref name="article"/> that is judged, with the evidence: what the weights are fitted on.</summary>
    internal IReadOnlyList<WeighedFigure> Weigh(Article article)
    {
        var weighed = new List<WeighedFigure>();
        _ = new ArticleReading(View(article, CancellationToken.None), _platforms, _repeats) { Weighed = weighed }.Claims();
        return weighed;
    }

    private ArticleView View(Article article, CancellationToken stop) =>
        new(article with { Blocks = [.. article.Blocks.Select(Readable)] }, _lexicons, _platforms, stop);

    /// <summary>Whether the figure is what a statement tells as a fee or the least that is paid out.</summary>
    private static bool IsTerm(Claim claim, Statement statement) =>
        statement.Value == StatementText.Amount(claim.AmountMin, claim.Currency) && claim.Place.Start >= statement.Place.Start
        && claim.Place.Start + claim.Place.Length <= statement.Place.Start + statement.Place.Length;

    // The beginning of a block keeps its place and its characters, so that quotes stay exact.
    private static Block Readable(Block block) => block.Text.Length <= LongestBlock ? block : block with { Text = block.Text[..LongestBlock] };

    private static IEnumerable<PassedOverFigure> TooLong(Article article) =>
        from indexed in article.Blocks.Index()
        where indexed.Item.Text.Length > LongestBlock
        select new PassedOverFigure(
            indexed.Item.Text.Substring(LongestBlock, Math.Min(QuoteOfRest, indexed.Item.Text.Length - LongestBlock)),
            new Place(indexed.Index, LongestBlock, Math.Min(QuoteOfRest, indexed.Item.Text.Length - LongestBlock)), PassedOver.TooLong);
}
