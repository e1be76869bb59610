using AngleSharp.Dom;

namespace Analytics.Ingest.Pages;

/// <summary>The elements that say something of the page they stand on, each kind in the page's order. Found in one walk: each selector would be another.</summary>
internal sealed class TellingElements
{
    public List<IElement> Metas { get; } = [];

    public List<IElement> Scripts { get; } = [];

    /// <summary>The elements h1.</summary>
    public List<IElement> Headings { get; } = [];

    public List<IElement> Links { get; } = [];

    /// <summary>With <c>datetime</c>.</summary>
    public List<IElement> Times { get; } = [];

    /// <summary>With <c>itemprop</c> or <c>rel</c>.</summary>
    public List<IElement> Properties { get; } = [];

    /// <summary>With <c>itemtype</c>: the things of microdata, if they have <c>itemscope</c> too.</summary>
    public List<IElement> Things { get; } = [];

    /// <summary>Whose class says that they name an author.</summary>
    public List<IElement> Bylines { get; } = [];

    public static TellingElements Of(IDocument page)
    {
        var told = new TellingElements();
        if (page.DocumentElement is { } root)
            told.Add(root);
        return told;
    }

    /// <summary>Whether one of the words of an attribute is <paramref name="word"/>.</summary>
    public static bool Says(IElement element, string attribute, string word) =>
        element.GetAttribute(attribute) is { } words && words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Contains(word);

    private void Add(IElement element)
    {
        KindOf(element)?.Add(element);
        if (element.Attributes.Length > 0)
            AddByAttributes(element);
        var children = element.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            if (children[i] is IElement child)
                Add(child);
        }
    }

    private void AddByAttributes(IElement element)
    {
        if (element.HasAttribute("itemprop") || element.HasAttribute("rel"))
            Properties.Add(element);
        if (element.HasAttribute("itemtype"))
            Things.Add(element);
        if (element.ClassName is { Length: > 0 } classes && NamesAuthor(classes))
            Bylines.Add(element);
    }

    private List<IElement>? KindOf(IElement element) => element.LocalName switch
    {
        "meta" when element.HasAttribute("content") => Metas,
        "script" => Scripts,
        "h1" => Headings,
        "link" => Links,
        "time" when element.HasAttribute("datetime") => Times,
        _ => null,
    };

    private static bool NamesAuthor(string classes) => classes.Contains("byline", StringComparison.Ordinal)
        || (classes.Contains("author", StringComparison.Ordinal)
            && classes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Any(name => name is "author-name" or "post-author" or "author"));
}
