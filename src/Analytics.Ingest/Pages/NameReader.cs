namespace Analytics.Ingest.Pages;

/// <summary>Reads the names in an element's class and id.</summary>
internal sealed class NameReader
{
    private const int MostNames = 20;
    private const int LongestName = 80;

    // WordPress writes the article's tags and author into the article's own class; "has-", "no-" and the like tell of something else.
    private static readonly WordStems Ignored = new(
        ["tag-", "category-", "author-", "type-", "status-", "format-", "has-", "is-", "no-", "not-", "with-", "without-", "post-id", "hentry", "js-", "wp-"]);

    private readonly List<string> all = [];
    private readonly List<(string Word, NameKinds Kinds)> name = [];
    private NameKinds allKinds;
    private int names;
    private bool isForScreenReaders;
    private bool isArticleBody;

    /// <param name="classes">Names with white space between; null where there is none.</param>
    /// <param name="id">The same.</param>
    public static NameMarks Read(string? classes, string? id)
    {
        var reader = new NameReader();
        reader.AddNames(classes);
        reader.AddNames(id);
        return new NameMarks([.. reader.all], reader.allKinds) { IsForScreenReaders = reader.isForScreenReaders, IsArticleBody = reader.isArticleBody };
    }

    private void AddNames(ReadOnlySpan<char> written)
    {
        for (var start = 0; start < written.Length && names < MostNames; start++)
        {
            var length = 0;
            while (start + length < written.Length && !char.IsWhiteSpace(written[start + length]))
                length++;
            if (length is > 0 and < LongestName && !Ignored.Begin(written.Slice(start, length)))
                AddName(written.Slice(start, length));
            start += length;
        }
    }

    private void AddName(ReadOnlySpan<char> written)
    {
        names++;
        name.Clear();
        var start = 0;
        for (var i = 0; i <= written.Length; i++)
        {
            var ends = i == written.Length || !char.IsLetterOrDigit(written[i]) || (i > start && char.IsUpper(written[i]) && char.IsLower(written[i - 1]));
            if (!ends)
                continue;
            if (i > start)
                AddWord(written[start..i]);
            start = i < written.Length && !char.IsLetterOrDigit(written[i]) ? i + 1 : i;
        }

        isForScreenReaders |= IsForScreenReaders();
        isArticleBody |= IsArticleBody();
    }

    private void AddWord(ReadOnlySpan<char> written)
    {
        Span<char> lower = stackalloc char[LongestName];
        var length = written.ToLowerInvariant(lower);
        var kinds = NameWords.Of(lower[..length], out var word);
        name.Add((word, kinds));
        allKinds |= kinds;
        if (!all.Contains(word))
            all.Add(word);
    }

    private bool IsForScreenReaders() =>
        name is [("sr", _), ("only", _)] or [("screen", _), ("reader", _), ("text", _)] or [("visually" or "a11y", _), ("hidden", _)] or [("visuallyhidden", _)];

    private bool IsArticleBody()
    {
        if (name is [("articlebody" or "storybody" or "postcontent" or "articlecontent" or "entrycontent" or "storycontent", _)])
            return true;
        if (name.Count is < 2 or > 4 || name.Exists(w => w.Kinds.HasFlag(NameKinds.NotBody)))
            return false;
        for (var second = 1; second < name.Count; second++)
        {
            if (name[second].Kinds.HasFlag(NameKinds.BodySecond)
                && name.FindIndex(0, second, first => first.Kinds.HasFlag(NameKinds.BodyFirst) && first.Word != name[second].Word) >= 0)
                return true;
        }

        return false;
    }
}
