using Analytics.Models.Corrections;
using Analytics.Models.Estimates;
using Analytics.Models.Evidence;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Downloads;
using Analytics.Web.Pages.Corrections;
using Analytics.Web.Text;

namespace Analytics.Web.Embeds;

/// <summary>The answer of <c>/e/{id}/status.json</c>: how the figure of a sentence stands, for the system of an editor that asks now and then.</summary>
/// <param name="Id">The id asked for.</param>
/// <param name="Status"><c>current</c>, <c>superseded</c>, <c>corrected</c> or <c>withdrawn</c>.</param>
/// <param name="Language">Language of the sentence and of the texts of corrections.</param>
/// <param name="Sentence">The frozen sentence.</param>
/// <param name="Figure">The figure in it.</param>
/// <param name="Release">The release it is of.</param>
/// <param name="Latest">The latest release, and the figure that it has of the same.</param>
/// <param name="Corrections">Published corrections of the figure, the latest first.</param>
/// <param name="Address">The page that shows the sentence and how it stands.</param>
/// <param name="Page">The page of the site that the figure stands on, as it was in that release.</param>
/// <param name="CorrectionsFeed">All corrections, as Atom.</param>
public sealed record SentenceStatus(
    string Id, FigureStatus Status, string Language, string Sentence, ToldFigure Figure, ToldRelease Release, ToldLatest Latest, IReadOnlyList<ToldCorrection> Corrections,
    string Address, string Page, string CorrectionsFeed)
{
    /// <summary>Null where the log of corrections could not be read.</summary>
    /// <param name="site">The site's own address.</param>
    public static SentenceStatus? Of(ShownSentence shown, string site)
    {
        if (shown is not { Standing: { } standing, Sentence: { Id: var id } sentence })
            return null;
        var (text, latest) = (SiteText.Of(id.Language), shown.Latest.Head);
        return new(
            id.ToString(), standing.Status, id.Language.Code, sentence.Words, ToldFigure.Of(id, sentence.Figure), new(sentence.Release.Id, sentence.Release.Number, Day(sentence.Release.MadeAt), sentence.Release.Simulated),
            new(latest.Id, latest.Number, Day(latest.MadeAt), latest.Simulated, shown.Newest is { } newest ? ToldFigure.Of(id, newest.Figure) : null, shown.Newest?.Words, shown.Blank),
            [.. standing.Corrections.Select(c => new ToldCorrection(
                c.Id, text.Own(c.English, c.Indonesian)!, c.Page, c.Since, c.In, c.AnsweredAt.ToUniversalTime(), c.ChangedAt.ToUniversalTime(), $"{site}/{id.Language.Code}/corrections#c-{c.Id}"))],
            site + id.Address, site + SentenceView.PageOf(sentence), site + FeedFile.CorrectionsAddress(id.Language));
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}

/// <summary>A figure in US dollars an hour, before tax. What each value means says <see cref="SentenceFigure"/>.</summary>
public sealed record ToldFigure(
    decimal? Value, decimal? Low, decimal? High, decimal? P25, decimal? P75, int? N, string Currency, string Unit, PayMeasure Measure, FigureKind? Kind, EstimateBasis? Basis, int Studies, bool Imputed)
{
    public static ToldFigure Of(SentenceId id, SentenceFigure figure) => new(
        figure.Value, figure.Low, figure.High, figure.P25, figure.P75, figure.N, "USD", "hour", id.Measure, figure.Kind, figure.Basis, figure.Studies, figure.Imputed);
}

/// <summary>A release as the status names it.</summary>
/// <param name="Date">The day it was made, UTC.</param>
/// <param name="Simulated">Whether nobody earned its figures.</param>
public sealed record ToldRelease(string Id, int Number, DateOnly Date, bool Simulated);

/// <summary>The latest release.</summary>
/// <param name="Figure">What it says of the same; null where nothing.</param>
/// <param name="Sentence">Its own sentence; null where it has none.</param>
/// <param name="Blank">Why it shows nothing, as the release files name it (<c>SUPPRESSED_K</c>); null where it shows a figure, or has no such cell at all.</param>
public sealed record ToldLatest(string Id, int Number, DateOnly Date, bool Simulated, ToldFigure? Figure, string? Sentence, string? Blank);

/// <summary>A published correction.</summary>
/// <param name="Text">The public sentence on what was wrong.</param>
/// <param name="Page">The page it is about, after the language.</param>
/// <param name="Since">Number of the first release that had it wrong; null where not known.</param>
/// <param name="In">Number of the first release that has it right; null where there is none yet.</param>
/// <param name="Address">Where it stands in the log.</param>
public sealed record ToldCorrection(string Id, string Text, string? Page, int? Since, int? In, DateTimeOffset AnsweredAt, DateTimeOffset ChangedAt, string Address);
