using System.CommandLine;
using Analytics.Ingest.Fetching;
using Analytics.Ingest.Pages;
using Analytics.Models;
using Analytics.Models.Sources;

namespace Analytics.Ingest.Verbs;

/// <summary><c>watch ADDRESS</c> and <c>unwatch ADDRESS…</c>: what is collected from every night.</summary>
internal static class WatchVerbs
{
    public static IEnumerable<Command> Create(CommonOptions common, Terminal terminal)
    {
        var address = new Argument<string>("address") { Description = "Web address of a page, feed or sitemap." };
        var kind = new Option<string?>("--kind") { Description = "page (read every night), feed (RSS, Atom, JSON Feed) or sitemap; default page." };
        var words = new Option<string?>("--words") { Description = "Which pages of a feed or sitemap to read: words or paths with | between, - before unwanted ones, such as 'mturk|outlier|/blog/|-course'." };
        var language = new Option<string?>("--language") { Description = "Language of its pages, en or id, where they do not say so themselves." };
        var note = new Option<string?>("--note") { Description = "What is found there." };
        var otherHosts = new Option<bool>("--other-hosts") { Description = "Let a feed name pages of other hosts than its own." };
        var watch = new Command("watch", "Collect from an address every night, until unwatched; in place of what the source list says of it.") { address, kind, words, language, note, otherHosts };
        watch.SetAction(async (parsed, stop) =>
        {
            RefuseDemo(parsed, common);
            var source = Read(() => SourceList.Make(
                parsed.GetValue(address), parsed.GetValue(kind), parsed.GetValue(language), parsed.GetValue(note), parsed.GetValue(words), parsed.GetValue(otherHosts), SourceOrigin.Operator));
            await using var session = await common.OpenAsync(parsed, terminal, stop);
            if (AddressText.Check(new Uri(source.Address), session.Options.Fetch) is { } refused)
                throw new WrongUseException(refused.Sentence);
            await session.Sources.WatchAsync(source, session.Options.Time.GetUtcNow(), stop);
            Answer(parsed, source, $"{source.Address} is watched as a {Term.Of(source.Kind)} from the next night on; to read it now: collect {source.Address}");
            return 0;
        });

        var addresses = new Argument<string[]>("address") { Arity = ArgumentArity.OneOrMore, Description = "Addresses that are watched or were found." };
        var unwatch = new Command("unwatch", "Collect from an address no more; what was read stays. The pages that a feed or sitemap found go with it.") { addresses };
        unwatch.SetAction(async (parsed, stop) =>
        {
            RefuseDemo(parsed, common);
            var named = parsed.GetValue(addresses)!.Select(a => Read(() => SourceList.Make(a, null, null, null, null, false, SourceOrigin.Operator))).ToList();
            await using var session = await common.OpenAsync(parsed, terminal, stop);
            var unknown = new List<string>();
            foreach (var source in named)
            {
                if (await session.Sources.UnwatchAsync(source.Address, stop))
                    Answer(parsed, source with { Active = false }, $"{source.Address} is not collected from any more.");
                else
                    unknown.Add(source.Address);
            }

            return unknown.Count == 0 ? 0 : throw new WrongUseException($"Not watched: {string.Join(", ", unknown)}. The verb sources lists what is.");
        });
        return [watch, unwatch];

        void Answer(ParseResult parsed, Source source, string sentence)
        {
            if (common.Json(parsed))
                terminal.AnswerJson(new Watched(source.Address, source.Kind, source.Active, sentence));
            else
                terminal.Answer(sentence);
        }
    }

    private static void RefuseDemo(ParseResult parsed, CommonOptions common)
    {
        if (common.Demo(parsed))
            throw new WrongUseException("The demonstration holds simulated data only and collects nothing; leave --demo out.");
    }

    private static Source Read(Func<Source> make)
    {
        try
        {
            return make();
        }
        catch (FormatException fault)
        {
            throw new WrongUseException($"{fault.Message}.");
        }
    }

    private sealed record Watched(string Address, SourceKind Kind, bool Active, string Sentence);
}
