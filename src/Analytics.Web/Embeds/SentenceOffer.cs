using System.Text.Encodings.Web;
using Analytics.Models.Rollups;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Embeds;

/// <summary>A sentence as an editor may take it.</summary>
/// <param name="Address">The whole address of its page.</param>
public sealed record OfferedSentence(Sentence Sentence, string Address)
{
    /// <summary>The sentence as HTML, with a link to where it says how it stands.</summary>
    public string Html(string source) => $"<p>{Encoded(Sentence.Words)} <a href=\"{Encoded(Address)}\">{Encoded(source)}</a></p>";

    /// <summary>Its page as a frame.</summary>
    public string Frame => $"<iframe src=\"{Encoded(Address)}\" title=\"{Encoded(Sentence.Title)}\" width=\"100%\" height=\"300\" loading=\"lazy\" style=\"border:0\"></iframe>";

    private static string Encoded(string text) => HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All).Encode(text);
}

/// <summary>The sentences on the figures of one cell, to be copied (<c>_CiteSentence</c>).</summary>
public sealed record SentenceOffer(Asked Asked, IReadOnlyList<OfferedSentence> Sentences)
{
    /// <summary>Of the release that the page shows, in its language.</summary>
    public static SentenceOffer Of(Asked asked, HttpContext context, Cell cell) => new(asked,
        [.. Enum.GetValues<PayMeasure>().Select(measure => Sentence.Of(asked.Release, new(asked.Release.Head.Id, asked.Text.Language, measure, cell))).OfType<Sentence>()
            .Select(sentence => new OfferedSentence(sentence, SiteAddress.Of(context) + sentence.Id.Address))]);

    /// <summary>"PerJam, release 3".</summary>
    public string Source => Asked.Text.Fill("sentence.cite.source", ("number", Asked.Text.Figures.Number(Asked.Release.Head.Number)));
}
