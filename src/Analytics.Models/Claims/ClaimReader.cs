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
    public const string Version = "1.1";

    private readonly LexiconSet _lexicons = new();
    private readonly PlatformTable _platforms;
    private readonly Repeats _repeats;

    /// <param name="gazetteer">The platforms of the catalogue.</param>
    public ClaimReader(IReadOnlyList<GazetteerEntry> gazetteer)
    {
        ArgumentNullException.ThrowIfNull(gazetteer);
        _platforms = new PlatformTable(_lexicons, gazetteer);
        _repeats = new Repeats(_lexicons);
    }

    /// <summary>Reads <paramref name="article"/>. Claims and statements stand in the order of the text.</summary>
    public Reading Read(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var view = new ArticleView(article, _lexicons, _platforms);
        var reader = new ArticleReading(view, _platforms, _repeats);
        var claims = reader.Claims();
        return new Reading(claims, new StatementReader(view, _platforms).Read(), reader.PassedOver);
    }
}
