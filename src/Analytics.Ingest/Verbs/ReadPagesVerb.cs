using System.CommandLine;
using Analytics.Ingest.Steps;
using Analytics.Models.Platforms;
using Analytics.Models.Sources;

namespace Analytics.Ingest.Verbs;

/// <summary>
/// <c>read-pages</c>: the process that <see cref="ReadingProcess"/> starts. It answers page after page until its input closes, and then ends
/// at once, also in the middle of a page: whoever asked is gone. Signals are for that one; they do not end it.
/// </summary>
internal static class ReadPagesVerb
{
    private static readonly SourcePage FirstPage = new()
    {
        Address = "https://example.org/",
        Content = "<p>She earned $5 an hour on Prolific."u8.ToArray(),
        ContentType = "text/html",
        FetchedAt = default,
    };

    public static Command Create()
    {
        var verb = new Command("read-pages", "Read pages from the standard input, for the read step.") { Hidden = true };
        verb.SetAction(async (_, _) =>
        {
            await AnswerAsync(Console.OpenStandardInput(), Console.OpenStandardOutput(), TimeProvider.System);
            return 0;
        });
        return verb;
    }

    private static async Task AnswerAsync(Stream asked, Stream answers, TimeProvider time)
    {
        var reader = PageClaims.For(Catalogue.Load(), time);
        // What the first page costs beside its own reading is not that page's.
        await reader.ReadAsync(FirstPage, CancellationToken.None);
        await ReadingFrames.SendReadyAsync(answers);
        while (await ReadingFrames.PageAsync(asked) is { } page)
            _ = Task.Run(() => AnswerAsync(page, reader, answers));
    }

    private static async Task AnswerAsync(SourcePage page, PageClaims reader, Stream answers)
    {
        try
        {
            await ReadingFrames.SendAsync(answers, await ReadAsync(page, reader));
        }
        catch (OutOfMemoryException)
        {
            Environment.Exit(ReadingProcess.OutOfMemory);
        }
    }

    private static async Task<PageRead> ReadAsync(SourcePage page, PageClaims reader)
    {
        try
        {
            return await reader.ReadAsync(page, CancellationToken.None);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return PageClaims.Unread(page, "failed", $"{page.Address} could not be read: {fault.Message}");
        }
    }
}
