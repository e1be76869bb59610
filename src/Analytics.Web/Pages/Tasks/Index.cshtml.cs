using Analytics.Models.Platforms;
using Analytics.Web.Http;
using Analytics.Web.Pages.Platforms;
using Analytics.Web.Pages.Shared;
using Microsoft.AspNetCore.OutputCaching;

namespace Analytics.Web.Pages.Tasks;

/// <summary>All kinds of work, each with what an hour of it pays.</summary>
[OutputCache(PolicyName = ReleaseCache.Policy)]
public sealed class IndexModel : ReleasePage
{
    public void OnGet()
    {
    }

    public IEnumerable<(TaskType Task, AnswerSentence Answer)> Tasks() => Enum.GetValues<TaskType>().Select(task => (task, Asked.Answer(task).Sentences[0]));
}
