using Analytics.Models.Estimates;
using Analytics.Models.Evidence;
using Analytics.Models.Platforms;
using Analytics.Models.Rollups;
using Analytics.Web.Charts;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Releases;
using Analytics.Web.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Analytics.Web.Tests.Pages;

public sealed class CompareChoiceTests
{
    private static readonly ShownRelease Sample = new(SampleRelease.Make());

    [Fact]
    public void Several_platforms_and_kinds_of_work_are_read_and_written_back()
    {
        var choice = Read("task", "survey", "task", "data-entry", "platform", "prolific", "platform", "MTURK", "platform", "mturk", "experience", "none-yet");
        Assert.Equal(["mturk", "prolific"], choice.Platforms);
        Assert.Equal([TaskType.Survey, TaskType.DataEntry], choice.Tasks);
        Assert.Null(choice.Task);
        Assert.Equal("?platform=mturk&platform=prolific&task=survey&task=data-entry&experience=none-yet", EstimateSample.Asked(SiteLanguage.English, Sample).Query(choice.ToQuery()));
    }

    [Theory]
    [InlineData("platform", "nothing")]
    [InlineData("task", "survey,data-entry")]
    [InlineData("experience", "long")]
    public void What_is_not_known_is_a_fault(string name, string value)
    {
        var faults = new Dictionary<string, string>();
        CompareChoice.Read(Query(name, value), Sample.Release, faults);
        Assert.Equal([name], faults.Keys);
        Assert.Contains($"'{value}'", faults[name], StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_platforms_chosen_have_rows_and_each_kind_of_work_its_own()
    {
        var rows = Comparison.Of(Sample, new() { Platforms = ["crowdflower", "mturk"], Tasks = [TaskType.Survey, TaskType.DataEntry] }).Rows;
        Assert.Equal(["crowdflower", "mturk"], rows.Select(r => r.Platform).OfType<string>().Distinct().Order(StringComparer.Ordinal));
        var mturk = rows.Where(r => r is { Platform: "mturk", Kind: FigureKind.StudyStatistic }).Select(r => r.Figure!.TaskType).ToList();
        Assert.Equal([TaskType.Survey, TaskType.DataEntry], mturk.OfType<TaskType>().Distinct().Order());
        var alone = Comparison.Of(Sample, new() { Platforms = ["mturk"], Task = TaskType.DataEntry }).Rows;
        Assert.Equal(alone.Where(r => r.Platform == "mturk").Select(r => r.Typical), rows.Where(r => r is { Platform: "mturk", Figure.TaskType: TaskType.DataEntry }).Select(r => r.Typical));
    }

    [Fact]
    public void Where_the_words_chosen_have_no_reports_of_their_own_the_model_speaks_and_is_marked()
    {
        var choice = new CompareChoice { Platforms = ["prolific"], Task = TaskType.Survey, Country = "ID" };
        var row = Assert.Single(Comparison.Of(EstimateSample.Release, choice).Rows, r => r.Person is not null);
        Assert.Equal((3.6m, 1.8m, 8m, true, FigureKind.SelfReport), (row.Typical, row.Low, row.High, row.IsModelled, row.Kind));
        foreach (var (language, around, subject) in new[] { (SiteLanguage.English, "from a model; 80 of 100 persons $1.80 to $8", "Surveys · Indonesia"), (SiteLanguage.Indonesian, "dari model; 80 dari 100 orang $1,80 sampai $8", "Survei · Indonesia") })
        {
            var asked = EstimateSample.Asked(language);
            Assert.Equal(around, asked.Around(row));
            Assert.Equal(subject, asked.Subject(row));
        }

        var drawn = Assert.Single(ComparisonChart.Series(EstimateSample.Asked(SiteLanguage.English), choice, Comparison.Of(EstimateSample.Release, choice)).Rows, r => r.IsModelled);
        Assert.Equal((1.8, 8.0), (drawn.Low!.Value, drawn.High!.Value));
        Assert.NotEqual(KindMark.Of(drawn.Kind).Path, KindMark.Of(drawn.Kind, drawn.IsModelled).Path);
    }

    [Theory]
    [InlineData("en", "Pay per hour by platform · CrowdFlower, Amazon Mechanical Turk · Surveys, Data entry · Paid time only", "of 2 platforms and groups runs from {0} ({1}) to {2} ({3}); countries and kinds of work differ.")]
    [InlineData("id", "Upah per jam menurut platform · CrowdFlower, Amazon Mechanical Turk · Survei, Entri data · Waktu berbayar saja", "dari 2 platform dan kelompok berkisar dari {0} ({1}) sampai {2} ({3}); negara dan jenis pekerjaannya berbeda-beda.")]
    public void The_title_says_what_was_chosen_and_the_sentence_how_far_it_runs(string language, string title, string ends)
    {
        var asked = EstimateSample.Asked(SiteLanguage.Find(language)!, Sample);
        var choice = new CompareChoice { Platforms = ["crowdflower", "mturk"], Tasks = [TaskType.Survey, TaskType.DataEntry] };
        var comparison = Comparison.Of(Sample, choice);
        var series = ComparisonChart.Series(asked, choice, comparison);
        Assert.Equal(title, series.Title);
        var measured = comparison.Telling(choice).Where(r => r is { Kind: FigureKind.StudyStatistic or FigureKind.SurveyStatistic, Typical: not null }).OrderBy(r => r.Typical).ToList();
        Assert.Equal(2, measured.Select(r => r.Label).Distinct().Count());
        var said = string.Format(System.Globalization.CultureInfo.InvariantCulture, ends, asked.Pay(measured[0]), measured[0].Label, asked.Pay(measured[^1]), measured[^1].Label);
        Assert.EndsWith(said, series.Description, StringComparison.Ordinal);
    }

    private static CompareChoice Read(params string[] pairs)
    {
        var faults = new Dictionary<string, string>();
        var choice = CompareChoice.Read(Query(pairs), Sample.Release, faults);
        Assert.Empty(faults);
        return choice;
    }

    private static QueryCollection Query(params string[] pairs) =>
        new(pairs.Chunk(2).GroupBy(p => p[0], p => p[1]).ToDictionary(g => g.Key, g => new StringValues([.. g])));
}
