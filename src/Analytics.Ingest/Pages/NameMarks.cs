using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Analytics.Ingest.Pages;

/// <summary>
/// What an element's class and id say about its part in the page, by the words web authors everywhere use ("entry-content", "related-posts").
/// No site's own names stand here.
/// </summary>
/// <param name="Words">The words, split at punctuation and humps, lower case.</param>
internal sealed record NameMarks(string[] Words)
{
    // WordPress writes the article's tags and author into the article's own class; "has-", "no-" and the like tell of something else.
    private static readonly string[] IgnoredPrefixes =
        ["tag-", "category-", "author-", "type-", "status-", "format-", "has-", "is-", "no-", "not-", "with-", "without-", "post-id", "hentry", "js-", "wp-"];

    // Beginnings of words that name parts which are not the article, however long they are.
    private static readonly WordStems AsideStems = new(
    [
        "disqus", "sharing", "sharedaddy", "sharebar", "sharethis", "social", "relatedpost", "relatedart", "relatedcontent", "recommend", "sidebar", "cookie", "newsletter",
        "breadcrumb", "advert", "navbar", "navigation", "pagination", "popup", "sponsor", "masthead", "terkait", "rekomendasi", "bacajuga", "iklan", "terpopuler",
        "popular", "trending", "readmore", "subscri", "jumplink", "skiplink", "paywall", "addtoany", "signup", "rightbar", "rightcol", "rightrail",
        "publicid", "publicit", "werbung", "anzeige", "reklam", "compart", "partage", "relacionad", "leiamais", "lireaussi",
    ]);

    private static readonly WordStems CommentStems = new(["kommentar", "comentario", "reacties", "yorumlar"]);

    private static readonly FrozenSet<string> AsideWords = Set(
        "related share respond consent gdpr ccpa nav menu footer modal overlay rail recirc promo banner ads ad adsense dfp topnav subnav colophon copyright");

    // Small print around an article: dropped only where it is small.
    private static readonly FrozenSet<string> TrimmingWords = Set(
        "meta tags tag byline author bio credit credits date time timestamp dateline print tools toolbar login rating ratings vote votes voting likes follow toc skip "
        + "hidden teaser slider thumbnail thumb avatar pullquote editsection badge tooltip pager pages prev previous next nextprev permalink edit "
        + "views counter reactions emoji feedback helpful alsoread also more latest recent topics kicker eyebrow crumbs signature sig");

    private static readonly FrozenSet<string> BodyFirst = Set("article entry post story news blog detail single read artikel berita noticia nota materia articulo");

    private static readonly FrozenSet<string> BodySecond = Set("body content text entry article inner copy isi konten cuerpo contenido texto corpo conteudo contenu texte inhalt");

    private static readonly FrozenSet<string> NotBody = Set(
        "header footer title meta list wrapper wrap container grid item items card sidebar related nav image img thumb author bio date tags share "
        + "summary excerpt teaser preview promo comment comments widget area layout column col row bottom top after before");

    // After the sets above: it asks them.
    public static readonly NameMarks None = new([]);

    /// <summary>Comments of readers ("komentar" too); "commentary" is an article.</summary>
    public bool IsComments { get; } = Array.Exists(Words, w => (w.StartsWith("comment", StringComparison.Ordinal) && w is not ("commentary" or "commented"))
        || w is "komentar" or "disqus" or "respond" or "replies"
        || CommentStems.Begin(w));

    public bool IsAside { get; } = Array.Exists(Words, w => AsideWords.Contains(w) || AsideStems.Begin(w))
        || (Words.Contains("right") && Array.Exists(Words, w => w is "bar" or "col" or "column"));

    /// <summary>Hidden only until the reader unfolds it: an answer in a list of questions, a tab.</summary>
    public bool Unfolds { get; } = Array.Exists(Words, w => w is "collapse" or "collapsible" or "accordion" or "panel" or "tab" or "answer" or "faq" or "toggle" or "expandable")
        && !Array.Exists(Words, w => w is "video" or "player" or "transcript");

    /// <summary>A box about who wrote it: "author-bio", "about-the-author".</summary>
    public bool IsAboutAuthor { get; } = Array.Exists(Words, w => w is "bio" or "authorbio")
        || (Array.Exists(Words, w => w is "author" or "writer" or "penulis") && Array.Exists(Words, w => w is "box" or "about" or "biography" or "profile" or "description"));

    /// <summary>A credit, byline or date, also where it is marked up as a paragraph.</summary>
    public bool IsSmallPrint { get; } = Array.Exists(Words, w => w is "credit" or "credits" or "byline" or "timestamp" or "copyright");

    /// <summary>The words under a picture.</summary>
    public bool IsCaption { get; } = Array.Exists(Words, w => w is "caption" or "figcaption" or "cutline");

    /// <summary>Pictures to leaf through, each with its caption.</summary>
    public bool IsGallery { get; } = Array.Exists(Words, w => w is "gallery" or "galleries" or "slideshow" or "carousel" or "lightbox" or "photogallery");

    /// <summary>What an encyclopedia's article rests on: part of it, though it is links.</summary>
    public bool IsSources { get; } = Array.Exists(Words, w => w is "references" or "reflist" or "footnotes" or "bibliography" or "citations");

    public bool IsTrimming { get; } = Array.Exists(Words, TrimmingWords.Contains);

    /// <summary>Who wrote a post.</summary>
    public bool IsPostAuthor { get; } = Array.Exists(Words, PostMarks.AuthorWords.Contains);

    /// <summary>When a post was written.</summary>
    public bool IsPostTime { get; } = Array.Exists(Words, PostMarks.TimeWords.Contains);

    /// <summary>What a post says.</summary>
    public bool IsPostBody { get; } = Array.Exists(Words, PostMarks.BodyWords.Contains) && !Words.Contains("header");

    /// <summary>For ears or screens only, never both: skip links and hidden labels.</summary>
    public bool IsForScreenReaders { get; private init; }

    /// <summary>Names such as "article-body", "entry-content", "post__text".</summary>
    public bool IsArticleBody { get; private init; }

    /// <param name="element">The element.</param>
    /// <param name="known">What was found for the names met before on the page: most elements share theirs.</param>
    public static NameMarks Of(IElement element, Dictionary<(string? Classes, string? Id), NameMarks> known)
    {
        var (classes, id) = (element.ClassName, element.Id);
        if (string.IsNullOrEmpty(classes) && string.IsNullOrEmpty(id))
            return None;
        return known.TryGetValue((classes, id), out var marks) ? marks : known[(classes, id)] = Read($"{classes} {id}");
    }

    private static NameMarks Read(string written)
    {
        var names = written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(n => n.Length < 80 && !IgnoredPrefixes.Any(p => n.StartsWith(p, StringComparison.OrdinalIgnoreCase)))
            .Take(20).Select(Split).ToList();
        return new([.. names.SelectMany(n => n).Distinct()])
        {
            IsForScreenReaders = names.Any(n => string.Join('-', n) is "sr-only" or "screen-reader-text" or "visually-hidden" or "visuallyhidden" or "a11y-hidden"),
            IsArticleBody = names.Any(NamesBody),
        };
    }

    private static bool NamesBody(List<string> words) => words is ["articlebody" or "storybody" or "postcontent" or "articlecontent" or "entrycontent" or "storycontent"]
        || (words.Count is 2 or 3 or 4 && !words.Any(NotBody.Contains)
            && words.Index().Any(w => w.Index > 0 && BodySecond.Contains(w.Item) && words.Take(w.Index).Any(f => BodyFirst.Contains(f) && f != w.Item)));

    private static List<string> Split(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var ends = i == name.Length || !char.IsLetterOrDigit(name[i]) || (i > start && char.IsUpper(name[i]) && char.IsLower(name[i - 1]));
            if (!ends)
                continue;
            if (i > start)
                words.Add(name[start..i].ToLowerInvariant());
            start = i < name.Length && !char.IsLetterOrDigit(name[i]) ? i + 1 : i;
        }

        return words;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
