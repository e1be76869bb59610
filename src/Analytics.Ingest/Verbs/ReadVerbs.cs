using System.CommandLine;
using System.Text.Json;
using Analytics.Ingest.Steps;
using Analytics.Models.Claims;
using Analytics.Models.Platforms;

namespace Analytics.Ingest.Verbs;

/// <summary><c>read</c> and <c>text</c>: what a page says, without touching a database.</summary>
internal static class ReadVerbs
{
    public static IEnumerable<Command> Create(Terminal terminal)
    {
        var files = new Argument<string[]>("file") { Arity = ArgumentArity.ZeroOrMore, Description = "Saved pages: HTML or plain text." };
        var jsonl = new Option<string?>("--jsonl") { Description = "A file of JSON lines {\"id\",\"text\",\"language\"}." };
        var read = new Command("read", "Print the claims and statements of pages as JSON lines.") { files, jsonl };
        read.SetAction(async (parsed, stop) =>
        {
            var reader = PageClaims.For(Catalogue.Load(), TimeProvider.System);
            var (named, lines) = (parsed.GetValue(files)!, parsed.GetValue(jsonl));
            if ((named.Length > 0) == (lines is not null))
                throw new WrongUseException("read takes either files or --jsonl FILE.");
            if (lines is null)
                return await EachAsync("read", named, (file, article) => terminal.Answer(ReadingJson.Write(file, reader.Read(article, stop))), terminal, stop);
            await ReadLinesAsync(lines, reader, terminal, stop);
            return 0;
        });

        var texts = new Argument<string[]>("file") { Arity = ArgumentArity.OneOrMore, Description = "Saved pages: HTML or plain text." };
        var text = new Command("text", "Print the article's blocks, a blank line between; for several files JSON lines {\"file\",\"text\"}.") { texts };
        text.SetAction(async (parsed, stop) =>
        {
            var all = parsed.GetValue(texts)!;
            return await EachAsync("text", all, (file, article) =>
            {
                var written = string.Join("\n\n", article.Blocks.Select(b => b.Text));
                if (all.Length == 1)
                    terminal.Answer(written);
                else
                    terminal.AnswerJson(new TextLine(file, written));
            }, terminal, stop);
        });
        return [read, text];
    }

    // A file that cannot be read is told of and passed over; the exit code says that there was one.
    private static async Task<int> EachAsync(string verb, string[] files, Action<string, Article> answer, Terminal terminal, CancellationToken stop)
    {
        var code = 0;
        foreach (var (i, file) in files.Index())
        {
            if (files.Length > 1)
                terminal.Report(new(verb, (double)i / files.Length, file));
            try
            {
                answer(file, await PageFile.ReadAsync(file, stop));
            }
            catch (WrongUseException fault)
            {
                terminal.Note(fault.Message);
                code = 2;
            }
        }

        return code;
    }

    private static async Task ReadLinesAsync(string file, PageClaims reader, Terminal terminal, CancellationToken stop)
    {
        if (!File.Exists(file))
            throw new WrongUseException($"{file} is not a file that can be read: it does not exist.");
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(file, stop))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                terminal.Answer(ReadLine(file, number, line, reader, stop));
        }
    }

    private static string ReadLine(string file, int number, string line, PageClaims reader, CancellationToken stop)
    {
        try
        {
            var document = JsonSerializer.Deserialize<Document>(line, Models.Storage.Rows.Json);
            if (document?.Text is null)
                throw new JsonException("it has no text");
            return ReadingJson.Write(Id(document.Id), reader.Read(Article.FromText(document.Text, document.Language, document.Title), stop));
        }
        catch (JsonException fault)
        {
            throw new WrongUseException($"{file}, line {number}: not a JSON object with id and text ({fault.Message})");
        }
    }

    // An id may be a string or a number; it is answered as text.
    private static string Id(JsonElement id) => id.ValueKind == JsonValueKind.String ? id.GetString()! : id.GetRawText();

    private sealed record Document
    {
        public required JsonElement Id { get; init; }
        public required string Text { get; init; }
        public string? Language { get; init; }
        public string? Title { get; init; }
    }

    private sealed record TextLine(string File, string Text);
}
