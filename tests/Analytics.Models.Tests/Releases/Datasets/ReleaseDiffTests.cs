using Analytics.Models.Releases;
using Analytics.Models.Releases.Datasets;
using Analytics.Models.Rollups;
using Xunit;

namespace Analytics.Models.Tests.Releases.Datasets;

public sealed class ReleaseDiffTests
{
    private static readonly Release First = ReleaseBuilder.Build(ReleaseInputs.Make()).Named("one") with { Head = new("one", 1, DateTimeOffset.UnixEpoch, false) };

    [Fact]
    public void The_same_content_is_no_change_whichever_release_computed_it()
    {
        Assert.NotEmpty(First.Cells);
        Assert.Empty(ReleaseDiff.Of(First, First with { Head = new("two", 2, DateTimeOffset.UnixEpoch, false), Cells = [.. First.Cells.Select(c => c with { FromRelease = "two" })] }).Tables);
    }

    [Fact]
    public void A_changed_cell_tells_both_values_and_a_new_or_lost_one_all_it_has()
    {
        var row = First.Cells.First(c => c.Median is not null);
        var (changed, gone) = (row with { Median = row.Median + 1 }, First.Cells.First(c => c != row));
        var added = new CellRow { Cell = new("none-such", null, null, null, null), Measure = PayMeasure.AllIn, Blank = "SUPPRESSED_K" };
        var diff = Assert.Single(ReleaseDiff.Of(First, First with { Cells = [.. First.Cells.Where(c => c != row && c != gone), changed, added] }).Tables);

        Assert.Equal(("rates", 1, 1, 1), (diff.Table, diff.Count(RowFate.Added), diff.Count(RowFate.Removed), diff.Count(RowFate.Changed)));
        var of = diff.Changes.ToDictionary(c => c.Fate);
        Assert.Equal([new("median", row.Median, row.Median + 1)], of[RowFate.Changed].Values);
        Assert.Equal([row.Cell.ToString(), Term.Of(row.Measure)], of[RowFate.Changed].Key);
        Assert.Equal(["none-such/*/*/*/*", "all-in"], of[RowFate.Added].Key);
        Assert.Contains(new ValueChange("median_blank", null, "SUPPRESSED_K"), of[RowFate.Added].Values);
        Assert.All(of[RowFate.Removed].Values, v => Assert.Null(v.After));
    }

    [Fact]
    public void Evidence_that_came_or_was_withdrawn_is_told_by_its_id()
    {
        var claim = First.Claims[0];
        var diff = Assert.Single(ReleaseDiff.Of(First, First with { Claims = [.. First.Claims.Skip(1)] }).Tables);
        Assert.Equal(("claims", RowFate.Removed, claim.Id), (diff.Table, Assert.Single(diff.Changes).Fate, diff.Changes[0].Key[0]));
    }

    [Fact]
    public void Another_figure_of_the_same_work_is_another_figure()
    {
        var figure = First.Figures.First(f => f.Origin == Analytics.Models.Observations.OriginKind.Figure);
        var diff = ReleaseDiff.Of(First, First with { Figures = [.. First.Figures.Where(f => f != figure), figure with { Id = "another" }] });
        Assert.Equal([RowFate.Added, RowFate.Removed], diff.Tables.Single(t => t.Table == "claims").Changes.Where(c => c.Key[0] == "another" || c.Key[0] == figure.Id).Select(c => c.Fate));
    }

    [Fact]
    public void A_page_that_was_read_anew_and_says_the_same_is_no_new_evidence()
    {
        var claim = First.Claims[0];
        var again = claim with { Id = "again", Fetched = claim.Fetched.AddDays(1) };
        var said = claim with { Id = "other", AmountMin = claim.AmountMin + 1, AmountMax = claim.AmountMax + 1 };
        Assert.Equal([(RowFate.Reread, "again")], Claims(again).Select(c => (c.Fate, c.Key[0])));
        Assert.Equal(["id", "seen"], Claims(again).Single().Values.Select(v => v.Column));
        Assert.Equal([(RowFate.Changed, "other")], Claims(said).Select(c => (c.Fate, c.Key[0])));
        // Said twice where it was said once, and in other words.
        Assert.Equal([(RowFate.Reread, "again"), (RowFate.Added, "other")], Claims(again, said).Select(c => (c.Fate, c.Key[0])));
        Assert.Equal([(RowFate.Added, "again"), (RowFate.Removed, claim.Id)], Claims(again with { Quote = "Something else" }).Select(c => (c.Fate, c.Key[0])));

        IReadOnlyList<RowChange> Claims(params ClaimRow[] instead) => ReleaseDiff.Of(First, First with { Claims = [.. instead, .. First.Claims.Skip(1)] }).Tables.Single().Changes;
    }
}
