namespace Analytics.Ingest.Pages;

/// <summary>The words web authors everywhere use in classes and ids, and what each tells. No site's own names stand here.</summary>
internal static class NameWords
{
    // Beginnings of words that name parts which are not the article, however long they are.
    private static readonly WordStems AsideStems = new(
    [
        "disqus", "sharing", "sharedaddy", "sharebar", "sharethis", "social", "relatedpost", "relatedart", "relatedcontent", "recommend", "sidebar", "cookie", "newsletter",
        "breadcrumb", "advert", "navbar", "navigation", "pagination", "popup", "sponsor", "masthead", "terkait", "rekomendasi", "bacajuga", "iklan", "terpopuler",
        "popular", "trending", "readmore", "subscri", "jumplink", "skiplink", "paywall", "addtoany", "signup", "rightbar", "rightcol", "rightrail",
        "publicid", "publicit", "werbung", "anzeige", "reklam", "compart", "partage", "relacionad", "leiamais", "lireaussi",
    ]);

    private static readonly WordStems CommentStems = new(["comment", "kommentar", "comentario", "reacties", "yorumlar"]);

    private static readonly Dictionary<string, NameKinds>.AlternateLookup<ReadOnlySpan<char>> Known = Kinds().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What <paramref name="written"/>, in lower case, tells; the word itself is made only where it is not among the known.</summary>
    public static NameKinds Of(ReadOnlySpan<char> written, out string word)
    {
        if (!Known.TryGetValue(written, out word!, out var kinds))
            word = written.ToString();
        if (AsideStems.Begin(word))
            kinds |= NameKinds.Aside;
        // "Komentar" too; "commentary" is an article.
        if (CommentStems.Begin(word) && word is not ("commentary" or "commented"))
            kinds |= NameKinds.Comments;
        return kinds;
    }

    private static Dictionary<string, NameKinds> Kinds()
    {
        var kinds = new Dictionary<string, NameKinds>();
        Add(NameKinds.Comments, "komentar disqus respond replies");
        Add(NameKinds.Aside, "related share respond consent gdpr ccpa nav menu footer modal overlay rail recirc promo banner ads ad adsense dfp topnav subnav colophon copyright");
        // Small print around an article: dropped only where it is small.
        Add(NameKinds.Trimming, "meta tags tag byline author bio credit credits date time timestamp dateline print tools toolbar login rating ratings vote votes voting likes follow toc skip "
            + "hidden teaser slider thumbnail thumb avatar pullquote editsection badge tooltip pager pages prev previous next nextprev permalink edit "
            + "views counter reactions emoji feedback helpful alsoread also more latest recent topics kicker eyebrow crumbs signature sig");
        Add(NameKinds.Right, "right");
        Add(NameKinds.Column, "bar col column");
        Add(NameKinds.Unfolding, "collapse collapsible accordion panel tab answer faq toggle expandable");
        Add(NameKinds.Playing, "video player transcript");
        Add(NameKinds.Biography, "bio authorbio");
        Add(NameKinds.Author, "author writer penulis");
        Add(NameKinds.OfAuthor, "box about biography profile description");
        Add(NameKinds.SmallPrint, "credit credits byline timestamp copyright");
        Add(NameKinds.Caption, "caption figcaption cutline");
        Add(NameKinds.Gallery, "gallery galleries slideshow carousel lightbox photogallery");
        Add(NameKinds.Sources, "references reflist footnotes bibliography citations");
        Add(NameKinds.PostAuthor, "author username user poster nickname nick member penulis postauthor postprofile profile display");
        Add(NameKinds.PostTime, "date time timestamp posted postdate ago waktu tanggal relativetime");
        Add(NameKinds.PostBody, "content body text message cooked md postbody usertext isi");
        Add(NameKinds.Header, "header");
        Add(NameKinds.Thread, "forum thread threads viewtopic showthread phpbb vbulletin discourse poststream answers answer");
        Add(NameKinds.BodyFirst, "article entry post story news blog detail single read artikel berita noticia nota materia articulo");
        Add(NameKinds.BodySecond, "body content text entry article inner copy isi konten cuerpo contenido texto corpo conteudo contenu texte inhalt");
        Add(NameKinds.NotBody, "header footer title meta list wrapper wrap container grid item items card sidebar related nav image img thumb author bio date tags share "
            + "summary excerpt teaser preview promo comment comments widget area layout column col row bottom top after before");
        return kinds;

        void Add(NameKinds kind, string words)
        {
            foreach (var word in words.Split(' '))
                kinds[word] = kinds.GetValueOrDefault(word) | kind;
        }
    }
}
