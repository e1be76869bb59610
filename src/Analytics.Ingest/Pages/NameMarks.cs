using AngleSharp.Dom;

namespace Analytics.Ingest.Pages;

/// <summary>What an element's class and id say about its part in the page.</summary>
/// <param name="Words">The words of its names, split at punctuation and humps, lower case, each once.</param>
/// <param name="Kinds">What they tell, all together.</param>
internal sealed record NameMarks(string[] Words, NameKinds Kinds)
{
    public static readonly NameMarks None = new([], NameKinds.None);

    /// <summary>Comments of readers.</summary>
    public bool IsComments => Has(NameKinds.Comments);

    public bool IsAside => Has(NameKinds.Aside) || (Has(NameKinds.Right) && Has(NameKinds.Column));

    /// <summary>Hidden only until the reader unfolds it: an answer in a list of questions, a tab.</summary>
    public bool Unfolds => Has(NameKinds.Unfolding) && !Has(NameKinds.Playing);

    /// <summary>A box about who wrote it: "author-bio", "about-the-author".</summary>
    public bool IsAboutAuthor => Has(NameKinds.Biography) || (Has(NameKinds.Author) && Has(NameKinds.OfAuthor));

    /// <summary>A credit, byline or date, also where it is marked up as a paragraph.</summary>
    public bool IsSmallPrint => Has(NameKinds.SmallPrint);

    /// <summary>The words under a picture.</summary>
    public bool IsCaption => Has(NameKinds.Caption);

    /// <summary>Pictures to leaf through, each with its caption.</summary>
    public bool IsGallery => Has(NameKinds.Gallery);

    /// <summary>What an encyclopedia's article rests on: part of it, though it is links.</summary>
    public bool IsSources => Has(NameKinds.Sources);

    public bool IsTrimming => Has(NameKinds.Trimming);

    /// <summary>Who wrote a post.</summary>
    public bool IsPostAuthor => Has(NameKinds.PostAuthor);

    /// <summary>When a post was written.</summary>
    public bool IsPostTime => Has(NameKinds.PostTime);

    /// <summary>What a post says.</summary>
    public bool IsPostBody => Has(NameKinds.PostBody) && !Has(NameKinds.Header);

    public bool IsThread => Has(NameKinds.Thread);

    /// <summary>For ears or screens only, never both: skip links and hidden labels.</summary>
    public bool IsForScreenReaders { get; init; }

    /// <summary>Names such as "article-body", "entry-content", "post__text".</summary>
    public bool IsArticleBody { get; init; }

    /// <param name="element">The element.</param>
    /// <param name="known">What was found for the names met before on the page: most elements share theirs.</param>
    public static NameMarks Of(IElement element, Dictionary<(string? Classes, string? Id), NameMarks> known)
    {
        var (classes, id) = (element.ClassName, element.Id);
        if (string.IsNullOrEmpty(classes) && string.IsNullOrEmpty(id))
            return None;
        return known.TryGetValue((classes, id), out var marks) ? marks : known[(classes, id)] = NameReader.Read(classes, id);
    }

    private bool Has(NameKinds kind) => (Kinds & kind) != 0;
}
