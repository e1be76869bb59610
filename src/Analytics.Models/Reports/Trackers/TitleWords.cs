using System.Collections.Frozen;
using Analytics.Models.Claims;
using Analytics.Models.Platforms;

namespace Analytics.Models.Reports.Trackers;

/// <summary>The kind of work and the platform that the words of a title tell. The words are looked at and dropped.</summary>
internal static class TitleWords
{
    private const int MostWords = 60;
    private const int LongestPhrase = 4;

    // Titles of tasks speak otherwise than the articles that the lexicon is made for.
    private static readonly (TaskType Task, string[] Phrases)[] Own =
    [
        (TaskType.Survey, ["study", "questions about", "questionnaire", "opinions", "decision making", "judgments", "experiment", "personality", "attitudes", "survei", "kuesioner", "penelitian"]),
        (TaskType.Transcription, ["transcribe", "transcript", "audio", "recordings transcribed", "transkrip"]),
        (TaskType.ImageVideoLabelling, ["image", "photo", "picture", "video", "bounding", "segmentation", "draw a box", "label", "annotate", "gambar", "foto"]),
        (TaskType.ContentModeration, ["sensitive content", "offensive content", "adult content", "inappropriate", "hate speech", "moderate"]),
        (TaskType.DataEntry, ["receipt", "find the", "look up", "collect", "extract", "copy", "business card", "web address", "website address", "phone number", "categorize", "classify", "match", "verify", "search for", "entry"]),
        (TaskType.AiTrainingGeneral, ["rate the", "relevance", "relevant", "evaluate the response", "chatbot", "prompt", "model response", "utterance", "short phrases", "dialogue"]),
        (TaskType.UserTesting, ["usability", "user test", "prototype", "test a website", "test an app"]),
        (TaskType.Writing, ["write a", "rewrite", "summarize", "paraphrase", "caption a", "tulis"]),
        (TaskType.Translation, ["translate", "terjemah", "terjemahan"]),
    ];

    private static readonly FrozenDictionary<string, TaskType> Tasks = TaskPhrases();
    private static readonly FrozenDictionary<string, string> Platforms = Catalogue.Load().Platforms
        .SelectMany(p => p.Aliases.Append(p.Name).Append(p.Slug).Select(a => (Key: SourceRows.Plain(a), p.Slug)))
        .DistinctBy(p => p.Key).ToFrozenDictionary(p => p.Key, p => p.Slug);

    /// <summary>The kind of work that <paramref name="title"/> names, by its longest phrase and of these the first; null where it names none.</summary>
    public static TaskType? Task(string title)
    {
        var words = Words(title);
        for (var length = Math.Min(LongestPhrase, words.Count); length > 0; length--)
        {
            for (var first = 0; first + length <= words.Count; first++)
            {
                var phrase = string.Join(' ', words[first..(first + length)]);
                if (Tasks.TryGetValue(phrase, out var task) || (phrase[^1] == 's' && Tasks.TryGetValue(phrase[..^1], out task)))
                    return task;
            }
        }

        return null;
    }

    /// <summary>Slug of the platform that <paramref name="name"/> is a name of; null where the catalogue has none of that name.</summary>
    public static string? Platform(string name) => Platforms.GetValueOrDefault(SourceRows.Plain(name));

    private static List<string> Words(string title)
    {
        var words = new List<string>();
        var word = new System.Text.StringBuilder();
        foreach (var letter in title.Append(' '))
        {
            if (char.IsLetterOrDigit(letter))
                word.Append(char.ToLowerInvariant(letter));
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
                if (words.Count == MostWords)
                    break;
            }
        }

        return words;
    }

    private static FrozenDictionary<string, TaskType> TaskPhrases()
    {
        var all = new Dictionary<string, TaskType>();
        foreach (var (task, phrases) in Own)
        {
            foreach (var phrase in phrases)
                all.TryAdd(phrase, task);
        }

        // What the lexicon calls other is no kind of its own, and the platform's usual kind tells more.
        var lexicon = LexiconFiles.Languages().SelectMany(l => l.Tasks).Select(t => (Task: Term.Parse<TaskType>(t.Key), Phrases: t.Value)).Where(t => t.Task != TaskType.Other);
        foreach (var (task, phrases) in lexicon)
        {
            foreach (var phrase in phrases)
                all.TryAdd(string.Join(' ', Words(phrase)), task);
        }

        return all.ToFrozenDictionary();
    }
}
