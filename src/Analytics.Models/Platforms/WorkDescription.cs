using System.Collections.Frozen;

namespace Analytics.Models.Platforms;

/// <summary>A paragraph of our own in both languages.</summary>
public sealed record Paragraph(string English, string Indonesian);

/// <summary>What a kind of work is, in general terms and without figures, for those who have never done it.</summary>
/// <param name="Work">What the work consists of.</param>
/// <param name="Sought">Who is sought for it.</param>
public sealed record WorkDescription(TaskType TaskType, Paragraph Work, Paragraph Sought);

/// <summary>The descriptions of the catalogue, one for each task type.</summary>
public static class WorkDescriptions
{
    private static readonly Lazy<FrozenDictionary<TaskType, WorkDescription>> Shipped = new(() =>
        Read("task_types.json", Embedded.Text("catalogue/task_types.json")).ToFrozenDictionary(d => d.TaskType));

    /// <summary>The description of <paramref name="task"/>.</summary>
    public static WorkDescription Of(TaskType task) => Shipped.Value[task];

    /// <exception cref="FormatException">The file is not as it should be, or describes a task type twice or not at all.</exception>
    internal static IReadOnlyList<WorkDescription> Read(string file, string text)
    {
        var read = CatalogueJson.Read<IReadOnlyList<WorkDescription>>(file, text);
        foreach (var (index, paragraph) in read.SelectMany(d => new[] { d.Work, d.Sought }).Index())
        {
            CatalogueJson.Require($"{file}, paragraph {index}", "english", paragraph.English);
            CatalogueJson.Require($"{file}, paragraph {index}", "indonesian", paragraph.Indonesian);
        }

        foreach (var task in Enum.GetValues<TaskType>())
        {
            if (read.Count(d => d.TaskType == task) is not 1 and var times)
                throw new FormatException($"{file}: {Term.Of(task)} is described {times} times.");
        }

        return read;
    }
}
