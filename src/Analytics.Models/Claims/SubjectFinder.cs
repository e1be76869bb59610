using Analytics.Models.Platforms;

namespace Analytics.Models.Claims;

/// <summary>
/// Tells what a figure or sentence is about, looking first in its sentence, then its block, its headings, its section, the title
/// and at last the whole article; and which of these told.
/// </summary>
internal sealed class SubjectFinder(ArticleView article, PlatformTable platforms)
{
    private const int SentencesBack = 3;
    private const int TimesNamed = 3;
    private const int BlockReach = 300;
    private const int BlocksBack = 6;
    private const int ManyNamed = 2;

    private readonly TaskType? _mostly = MainTask(article);
    private readonly KnownPlatform? _only = OnlyPlatform(article, platforms);

    public (KnownPlatform Platform, string Rule)? Platform(BlockView view, int first, int end)
    {
        var sentence = view.Sentences[view.SentenceOf(first)];
        var named = BlockView.Within(view.Platforms, sentence.First, sentence.End).ToList();
        if (named.Exists(h => !platforms[h].IsChannel))
            named.RemoveAll(h => platforms[h].IsChannel);
        // "**Platforms**: Upwork, Fiverr, Contena" after a rate: that of no one of them.
        if (named.Count >= ManyNamed && named[0].First >= end && view.IsMark(named[0].First - 1, ':'))
            return null;
        if (Nearest(named, first, end) is { } own)
            return (platforms[FirstOfList(view, own, sentence)], "sentence");
        var from = view.SentenceOf(first) - SentencesBack;
        if (BlockView.Within(view.Platforms, view.Sentences[Math.Max(0, from)].First, first).LastOrDefault() is { } near)
            return (platforms[near], "block");
        var until = view.Sentences[Math.Min(view.Sentences.Count - 1, view.SentenceOf(first) + SentencesBack)].End;
        if (BlockView.Within(view.Platforms, end, until).FirstOrDefault() is { } after)
            return (platforms[after], "block");
        if (article.Intro(view) is { Platforms: [.., var introduced] })
            return (platforms[introduced], "heading");
        foreach (var heading in article.Headings(view))
        {
            if (heading.Platforms is [var ofHeading])
                return (platforms[ofHeading], "heading");
        }

        foreach (var before in article.SectionBefore(view).Take(BlocksBack))
        {
            if (before.Platforms.Count > 0)
                return before.Platforms.Take(20).Select(h => platforms[h]).Distinct().Count() == 1 ? (platforms[before.Platforms[0]], "section") : null;
        }

        if (article.Title?.Platforms is [var title])
            return (platforms[title], "title");
        return _only is not null && !article.InPost(view) ? (_only, "article") : null;
    }

    /// <summary>The task type. Coding and training AI together are training AI as an expert.</summary>
    public (TaskType Task, string Rule)? Task(BlockView view, int first, int end, KnownPlatform? platform)
    {
        var found = Named(view, first, end, platform);
        if (found is not { Task: TaskType.AiTrainingGeneral or TaskType.Coding })
            return found;
        var near = BlockView.Within(view.Topics, first - BlockReach, first + BlockReach).Where(IsTask).Concat(article.Headings(view).Append(article.Title).OfType<BlockView>().SelectMany(Tasks)).Select(Parse).Append(found.Value.Task).ToHashSet();
        var isExpert = near.Contains(TaskType.Coding) || (found.Value.Rule != "sentence" && (view.Says(Cue.Expertise) || article.Title?.Says(Cue.Expertise) == true));
        // A platform first of all for experts, in an article that says who they are.
        isExpert |= platform is { TaskTypes: [TaskType.AiTrainingExpert, ..] } && article.Blocks.Any(b => b.Says(Cue.Expertise));
        return near.Contains(TaskType.AiTrainingGeneral) && isExpert ? (TaskType.AiTrainingExpert, found.Value.Rule) : found;
    }

    private (TaskType Task, string Rule)? Named(BlockView view, int first, int end, KnownPlatform? platform)
    {
        var sentence = view.Sentences[view.SentenceOf(first)];
        if (Nearest(BlockView.Within(view.Topics, sentence.First, sentence.End).Where(h => IsTask(h) && IsWork(view, h)), first, end) is { } own)
            return (Parse(own), "sentence");
        if (platform is { TaskTypes: [var single] })
            return (single, "platform");
        if (Nearest(BlockView.Within(view.Topics, first - BlockReach, first + BlockReach).Where(h => IsTask(h) && IsWork(view, h)), first, end) is { } near)
            return (Parse(near), "block");
        if (article.Intro(view) is { } intro && Tasks(intro).LastOrDefault() is { } introduced)
            return (Parse(introduced), "heading");
        foreach (var heading in article.Headings(view))
        {
            if (Tasks(heading).FirstOrDefault() is { } named)
                return (Parse(named), "heading");
        }

        foreach (var before in article.SectionBefore(view).Take(6))
        {
            if (Tasks(before).LastOrDefault() is { } last)
                return (Parse(last), "section");
        }

        return article.Title is { } title && Tasks(title).FirstOrDefault() is { } inTitle ? (Parse(inTitle), "title") : _mostly is { } mostly ? (mostly, "article") : null;
    }

    /// <summary>The worker's country: named in the sentence or block, given away by the currency, or the heading's.</summary>
    public string? Country(BlockView view, int first, int end, string currency)
    {
        var sentence = view.Sentences[view.SentenceOf(first)];
        var hit = Nearest(BlockView.Within(view.Topics, sentence.First, sentence.End).Where(IsCountry), first, end);
        if (hit is null && article.Lexicon.All.Currencies.TryGetValue(currency, out var known) && known.Country is { } ofCurrency)
            return ofCurrency;
        hit ??= Nearest(BlockView.Within(view.Topics, first - BlockReach, first + BlockReach).Where(IsCountry), first, end);
        if (hit is not null)
            return hit.Get(Cue.Country)!.Value.Text;
        foreach (var before in article.SectionBefore(view).Take(4))
        {
            if (before.Topics.LastOrDefault(IsCountry) is { } last)
                return last.Get(Cue.Country)!.Value.Text;
        }

        return null;
    }

    private static bool IsTask(Hit hit) => hit.Has(Cue.Task);

    /// <summary>"28% in the survey said": a survey that tells of pay is not the work that is paid.</summary>
    private static bool IsWork(BlockView view, Hit hit) =>
        !hit.Has(Cue.Task) || hit.Get(Cue.Task)?.Text != "survey" || !view.Between(hit.First - 3, hit.End).Any(h => h.Has(Cue.Study) && h.End >= hit.End && h.End > h.First + 1);

    private static bool IsCountry(Hit hit) => hit.Has(Cue.Country);

    private static IEnumerable<Hit> Tasks(BlockView view) => view.Topics.Where(IsTask);

    private static TaskType Parse(Hit hit) => Term.Parse<TaskType>(hit.Get(Cue.Task)!.Value.Text!);

    /// <summary>The last phrase before the figure, or the first after it.</summary>
    private static Hit? Nearest(IEnumerable<Hit> hits, int first, int end)
    {
        Hit? before = null;
        foreach (var hit in hits)
        {
            if (hit.End <= first)
                before = hit;
            else if (hit.First >= end)
                return before ?? hit;
        }

        return before;
    }

    /// <summary>Of "Uber and Lyft" the first is meant.</summary>
    private static Hit FirstOfList(BlockView view, Hit hit, SentenceSpan sentence)
    {
        foreach (var before in BlockView.Within(view.Platforms, sentence.First, hit.First).Reverse())
        {
            if (hit.First - before.End > 2
                || !Enumerable.Range(before.End, hit.First - before.End).All(t => view.IsMark(t, ',') || view.IsMark(t, '/') || view.Has(t, Cue.Or)))
                break;
            hit = before;
        }

        return hit;
    }

    /// <summary>The task type that at least two thirds of the article's task words name.</summary>
    private static TaskType? MainTask(ArticleView article)
    {
        var named = article.Blocks.SelectMany(Tasks).Select(Parse).ToList();
        var most = named.GroupBy(t => t).MaxBy(g => g.Count());
        return most is not null && (most.Count() >= TimesNamed || most.Count() == named.Count && named.Count > 1) && most.Count() * 3 >= named.Count * 2 ? most.Key : null;
    }

    private static KnownPlatform? OnlyPlatform(ArticleView article, PlatformTable platforms)
    {
        var named = article.Blocks.SelectMany(b => b.Platforms).Select(h => platforms[h]).ToList();
        var most = named.GroupBy(p => p).MaxBy(g => g.Count());
        return most is not null && most.Count() >= TimesNamed && most.Count() * 4 >= named.Count * 3 ? most.Key : null;
    }
}
