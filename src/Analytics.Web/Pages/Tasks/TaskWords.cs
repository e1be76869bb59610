using Analytics.Models;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Text;

namespace Analytics.Web.Pages.Tasks;

/// <summary>What is said of a kind of work.</summary>
internal static class TaskWords
{
    /// <summary>As it stands after "an hour": "of answering surveys".</summary>
    public static string Of(this SiteText text, TaskType task) => text[$"task.of.{Term.Of(task)}"];

    /// <summary>A paragraph of the catalogue in the reader's language.</summary>
    public static string In(this Asked asked, Paragraph paragraph) => asked.Text.Language == SiteLanguage.Indonesian ? paragraph.Indonesian : paragraph.English;

    /// <summary>The cell of a kind of work over all platforms.</summary>
    public static CellRow? Whole(this Asked asked, TaskType task, PayMeasure measure) =>
        asked.Release.CellOf(new(null, task, null, null, null), measure);

    public static IEnumerable<FigureRow> FiguresOf(this Asked asked, TaskType task) => asked.Release.Release.Figures.Where(f => f.TaskType == task);

    /// <summary>What an hour of it pays; the first sentence answers.</summary>
    public static PayAnswer Answer(this Asked asked, TaskType task) => PayAnswer.Of(asked, new PaySubject(
        asked.Text.Of(task),
        measure => asked.Whole(task, measure),
        Comparison.Of(asked.Release, new CompareChoice { Task = task }).Rows,
        [.. asked.FiguresOf(task)]));
}
