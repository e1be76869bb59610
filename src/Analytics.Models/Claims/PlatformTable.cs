using System.Collections.Frozen;
using Analytics.Models.Platforms;

namespace Analytics.Models.Claims;

/// <summary>A platform that texts may name.</summary>
internal sealed record KnownPlatform(string? Slug, string Name, IReadOnlyList<TaskType> TaskTypes, bool IsChannel = false);

/// <summary>Finds platforms: those of the gazetteer, those of the lexicon file beside it, and unlisted ones that a text introduces.</summary>
internal sealed class PlatformTable
{
    private const int LongestName = 3;
    private const int ReachOfAttribution = 3;
    private readonly Vocabulary _words;
    private readonly PhraseTable _phrases;
    private readonly List<KnownPlatform> _known = [];
    private readonly FrozenSet<int> _commonWords;
    private readonly int _wordsOfLanguage;

    public PlatformTable(LexiconSet all, IReadOnlyList<GazetteerEntry> gazetteer)
    {
        _words = all.Words;
        _phrases = new PhraseTable(all.Words);
        _wordsOfLanguage = all.Words.Count;
        _commonWords = LexiconFiles.CommonWords().Select(all.Words.Add).ToFrozenSet();
        foreach (var entry in gazetteer)
            Add(new KnownPlatform(entry.Slug, entry.Name, entry.TaskTypes), entry.Aliases);
        foreach (var other in LexiconFiles.OtherPlatforms())
        {
            // Of a platform of the catalogue the lexicon knows more spellings.
            var known = _known.Find(k => k.Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase));
            Add(known ?? new KnownPlatform(null, other.Name, [.. other.TaskTypes.Select(Term.Parse<TaskType>)], other.IsChannel), other.Aliases);
        }
    }

    public KnownPlatform this[Hit hit] =>
        hit.Senses[0].Text is { } asWritten ? new KnownPlatform(null, asWritten, []) : _known[(int)hit.Senses[0].Value];

    /// <summary>Platforms named in a block, doubtful ones included: names that are also words.</summary>
    public List<Hit> Find(BlockView view)
    {
        var hits = _phrases.Find(view.Tokens);
        hits.RemoveAll(hit => (IsCommon(view, hit) || IsOrdinary(view, hit)) && !view.Tokens[hit.First].Capital);
        // Who told of it is not what it is about: "dilansir dari kanal YouTube …".
        hits.RemoveAll(hit => this[hit].Slug is null && view.Any(hit.First - ReachOfAttribution, hit.End, Cue.Attribution));
        if (!view.Says(Cue.Named))
            return hits;
        var known = hits.Select(h => h.First).ToHashSet();
        foreach (var named in view.Cues.Where(h => h.Has(Cue.Named) && !known.Contains(h.End)))
        {
            if (Unlisted(view, named.End) is { } platform)
                hits.Add(platform);
        }

        hits.Sort((a, b) => a.First.CompareTo(b.First));
        return hits;
    }

    /// <summary>The platform that a company's name is of; null for a company in no list.</summary>
    public KnownPlatform? Called(string name) => _phrases.Find(Tokenizer.Split(name, _words)) is [{ First: 0 } only] ? this[only] : null;

    /// <summary>"a website named Klikrajin": the capitalised words that follow are the name, as written.</summary>
    private static Hit? Unlisted(BlockView view, int first)
    {
        var end = first;
        while (end < view.Tokens.Count && end - first < LongestName && view.Tokens[end] is { Kind: TokenKind.Word, Capital: true } && (end == first || view.Tokens[end].Start == view.Tokens[end - 1].End + 1))
            end++;
        return end == first ? null : new Hit(first, end, [new Sense(Cue.Platform, 0, view.Characters(first, end))]);
    }

    /// <summary>
    /// Drops doubtful names. A common word with a capital is a platform where it stands alone or after a word such as "on", or where
    /// the article names that platform beyond doubt elsewhere.
    /// </summary>
    public void KeepSure(IReadOnlyList<BlockView> views)
    {
        var sure = new HashSet<KnownPlatform>();
        foreach (var view in views)
        {
            foreach (var hit in view.Platforms)
            {
                if (!IsCommon(view, hit) || IsIntroduced(view, hit))
                    sure.Add(this[hit]);
            }
        }

        foreach (var view in views)
            view.Platforms.RemoveAll(hit => IsCommon(view, hit) && !IsIntroduced(view, hit) && (!sure.Contains(this[hit]) || StartsSentence(view, hit)));
    }

    private void Add(KnownPlatform platform, IReadOnlyList<string> aliases)
    {
        _known.Add(platform);
        foreach (var name in aliases.Prepend(platform.Name).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (name.Any(char.IsLetter) && !_phrases.Contains(name))
                _phrases.Add(name, new Sense(Cue.Platform, _known.Count - 1));
        }
    }

    private bool IsCommon(BlockView view, Hit hit) =>
        hit.End == hit.First + 1 && _commonWords.Contains(view.Tokens[hit.First].Word);

    /// <summary>"data annotation", "survey junkie": several words that all mean something of themselves.</summary>
    private bool IsOrdinary(BlockView view, Hit hit)
    {
        if (hit.End == hit.First + 1)
            return false;
        for (var i = hit.First; i < hit.End; i++)
        {
            if (view.Tokens[i] is { Kind: TokenKind.Word } token && (token.Word == 0 || token.Word > _wordsOfLanguage))
                return false;
        }

        return true;
    }

    private static bool StartsSentence(BlockView view, Hit hit) => view.Sentences[view.SentenceOf(hit.First)].First == hit.First;

    /// <summary>After "on", "aplikasi" or "pengemudi" and the like; before "drivers"; alone in a heading; the label of a list item or row; or the subject of "pays".</summary>
    private static bool IsIntroduced(BlockView view, Hit hit) =>
        (view.Block.Kind == BlockKind.Heading && view.Tokens.Count <= 2)
        || IsAloneWithCapital(view, hit)
        || (StartsSentence(view, hit) && view.Has(hit.End, Cue.Is))
        || (view.Block.Kind is BlockKind.ListItem or BlockKind.TableRow && (view.IsMark(hit.End, '-') || view.IsMark(hit.End, ':') || view.IsMark(hit.End, '|')))
        || (view.HitBefore(hit.First) is { } before && (before.Has(Cue.PlatformBefore) || before.Has(Cue.Worker)) && !IsFollowedByName(view, hit))
        || (view.Block.Kind != BlockKind.Heading && !IsFollowedByName(view, hit) && view.HitAt(hit.End) is { } after && (after.Has(Cue.Worker) || (after.Has(Cue.Pay) && !StartsSentence(view, hit))));

    /// <summary>A capital within a sentence, between words without one, is a name.</summary>
    private static bool IsAloneWithCapital(BlockView view, Hit hit) =>
        view.Block.Kind != BlockKind.Heading && !StartsSentence(view, hit) && !IsFollowedByName(view, hit)
        && view.Tokens[hit.First - 1] is { Kind: TokenKind.Word, Capital: false } or { Kind: TokenKind.Mark, Sign: ',' };

    private static bool IsFollowedByName(BlockView view, Hit hit) =>
        hit.End < view.Tokens.Count && view.Tokens[hit.End] is { Kind: TokenKind.Word, Capital: true } && view.Block.Kind != BlockKind.Heading;
}
