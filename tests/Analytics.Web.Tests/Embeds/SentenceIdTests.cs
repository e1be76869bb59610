using System.Text.RegularExpressions;
using Analytics.Models;
using Analytics.Models.Platforms;
using Analytics.Models.Rollups;
using Analytics.Web.Embeds;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Embeds;

public sealed class SentenceIdTests
{
    private const string Release = "8c1f0a2b3c4d";

    private static readonly Catalogue Catalogue = Catalogue.Load();

    [Fact]
    public void Every_cell_reads_back_as_it_was_written()
    {
        var cells =
            from platform in Catalogue.Platforms.Select(p => p.Slug).Prepend(null)
            from task in Enum.GetValues<TaskType>().Select(t => (TaskType?)t).Prepend(null)
            from band in Enum.GetValues<ExperienceBand>().Select(b => (ExperienceBand?)b).Prepend(null)
            from country in new[] { null, "ID", "US" }
            from quarter in new DateOnly?[] { null, new(2026, 1, 1), new(2026, 10, 1) }
            select new Cell(platform, task, band, country, quarter);
        var n = 0;
        foreach (var cell in cells)
        {
            var id = new SentenceId(Release, SiteLanguage.All[n % 2], (PayMeasure)(n / 2 % 2), cell);
            Assert.Equal(id, SentenceId.Find(id.ToString()));
            Assert.Matches("^[A-Za-z0-9.-]+[A-Za-z0-9]$", id.ToString());
            Assert.InRange(id.ToString().Length, 1, SentenceId.Longest);
            n++;
        }

        Assert.True(n > 10_000);
    }

    [Fact]
    public void All_countries_read_back() => Assert.All(Countries.All, c =>
        Assert.Equal(c.Code, SentenceId.Find($"{Release}.en.all-in.all.all.all.{c.Code}.all")?.Cell.Country));

    [Fact]
    public void No_word_of_an_id_can_be_taken_for_the_sign_between_or_for_all() => Assert.All(
        Catalogue.Platforms.Select(p => p.Slug).Concat(Enum.GetValues<TaskType>().Select(Term.Of)).Concat(Enum.GetValues<ExperienceBand>().Select(Term.Of)),
        word => Assert.True(word != "all" && Regex.IsMatch(word, "^[a-z0-9-]+$"), word));

    [Fact]
    public void An_id_is_legible() => Assert.Equal(
        new SentenceId(Release, SiteLanguage.Indonesian, PayMeasure.AllIn, new("mturk", TaskType.Survey, ExperienceBand.NoneYet, "ID", new(2026, 7, 1))),
        SentenceId.Find($"{Release}.id.all-in.mturk.survey.none-yet.ID.2026Q3"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".......")]
    [InlineData("8c1f.en.paid-only.mturk.all.all.all")]
    [InlineData("8c1f.en.paid-only.mturk.all.all.all.all.all")]
    [InlineData(".en.paid-only.mturk.all.all.all.all")]
    [InlineData("8c1f.fr.paid-only.mturk.all.all.all.all")]
    [InlineData("8c1f.en.PAID-ONLY.mturk.all.all.all.all")]
    [InlineData("8c1f.en.gross.mturk.all.all.all.all")]
    [InlineData("8c1f.en.paid-only..all.all.all.all")]
    [InlineData("8c1f.en.paid-only.MTURK.all.all.all.all")]
    [InlineData("8c1f.en.paid-only.../etc.all.all.all.all")]
    [InlineData("8c1f.en.paid-only.<b>.all.all.all.all")]
    [InlineData("8c1f.en.paid-only.mturk.none.all.all.all")]
    [InlineData("8c1f.en.paid-only.mturk.Survey.all.all.all")]
    [InlineData("8c1f.en.paid-only.mturk.1.all.all.all")]
    [InlineData("8c1f.en.paid-only.mturk.all.none.all.all")]
    [InlineData("8c1f.en.paid-only.mturk.all.all.id.all")]
    [InlineData("8c1f.en.paid-only.mturk.all.all.ZZ.all")]
    [InlineData("8c1f.en.paid-only.mturk.all.all.all.2026Q5")]
    [InlineData("8c1f.en.paid-only.mturk.all.all.all.0000Q1")]
    [InlineData("8c1f.en.paid-only.mturk.all.all.all.+026Q1")]
    [InlineData("8c1f.en.paid-only.mturk.all.all.all.2026q1")]
    [InlineData("8c-f.en.paid-only.mturk.all.all.all.all")]
    [InlineData("８c1f.en.paid-only.mturk.all.all.all.all")]
    [InlineData(" 8c1f.en.paid-only.mturk.all.all.all.all")]
    [InlineData("8c1f.en.paid-only.mturk.all.all.all.all\n")]
    public void What_is_not_written_as_we_write_it_is_none(string? text) => Assert.Null(SentenceId.Find(text));

    [Fact]
    public void An_id_has_a_length_that_it_may_not_pass()
    {
        var rest = ".en.paid-only.mturk.all.all.all.all";
        Assert.NotNull(SentenceId.Find(new string('a', SentenceId.Longest - rest.Length) + rest));
        Assert.Null(SentenceId.Find(new string('a', SentenceId.Longest - rest.Length + 1) + rest));
        Assert.Null(SentenceId.Find(new string('.', 1_000_000)));
    }
}
