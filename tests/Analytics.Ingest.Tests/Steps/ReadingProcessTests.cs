using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Analytics.Ingest.Steps;
using Analytics.Models.Platforms;
using Analytics.Models.Sources;
using Analytics.Models.Storage;
using Xunit;

namespace Analytics.Ingest.Tests.Steps;

/// <summary>The process that reads pages, over its limits and killed for real; what comes after is read all the same.</summary>
public sealed class ReadingProcessTests
{
    /// <summary>Fills 64 MiB before it is parsed: its bytes, and their text twice.</summary>
    internal static readonly byte[] Heavy = [.. "<p>"u8, .. Enumerable.Repeat((byte)'x', 16 << 20)];

    // Seconds of work; the page reader itself gives up after 5.
    private static readonly string Slow =
        string.Concat(Enumerable.Range(0, 250).Select(i => $"<font color={i}>")) + string.Concat(Enumerable.Repeat("<p>x", 250_000));

    [Fact]
    public async Task A_page_over_the_memory_limit_is_refused_and_the_next_is_read()
    {
        await using var reader = new ReadingProcess(new() { Memory = 64 << 20 }, TimeProvider.System);
        var refused = await reader.ReadAsync(Page("heavy", Heavy), default);
        Assert.Equal(("too-large", "https://heavy.example/ is not read: it takes more than 64 MiB of memory."), (refused.Facts.Outcome, refused.Facts.Sentence));
        await ReadsAsync(reader);
        Assert.Equal(2, reader.Started);
    }

    [Fact]
    public async Task A_page_over_the_deadline_is_refused_and_the_next_is_read()
    {
        // The first process hangs over its page for as long as it is let, the second is ours.
        var mark = Path.GetTempFileName();
        string[] command = [.. Shell($"if [ -e {mark} ]; then rm {mark}; printf '\\0\\0\\0\\0'; exec sleep 600; fi; exec \"$0\" \"$@\""), .. ReadingProcess.Command];
        await using var reader = new ReadingProcess(new() { Deadline = TimeSpan.FromSeconds(4) }, TimeProvider.System, command);
        var refused = await reader.ReadAsync(Page("slow", "<p>x"), default);
        Assert.Equal(("deadline-passed", "https://slow.example/ is not read: it took longer than 4 s."), (refused.Facts.Outcome, refused.Facts.Sentence));
        await ReadsAsync(reader);
        Assert.Equal(2, reader.Started);
    }

    [Fact]
    public async Task A_reading_over_its_length_is_refused_and_the_next_is_read()
    {
        await using var reader = new ReadingProcess(new() { LongestReading = 8 << 10 }, TimeProvider.System);
        var table = "<table>" + string.Concat(Enumerable.Range(5, 200).Select(i => $"<tr><td>Survey {i} on Prolific<td>${i} per hour"));
        Assert.Equal("too-large", (await reader.ReadAsync(Page("long", table), default)).Facts.Outcome);
        await ReadsAsync(reader);
    }

    [Fact]
    public async Task A_process_killed_from_outside_costs_no_page()
    {
        await using var reader = new ReadingProcess(new(), TimeProvider.System);
        await ReadsAsync(reader);
        using (var process = Process.GetProcessById(reader.ProcessId!.Value))
            process.Kill();
        await ReadsAsync(reader);
        var slow = reader.ReadAsync(Page("slow", Slow), default);
        using (var process = Process.GetProcessById(reader.ProcessId!.Value))
            process.Kill();
        Assert.NotEqual("reader-ended", (await slow).Facts.Outcome);
        Assert.Equal(3, reader.Started);
    }

    [Fact]
    public async Task A_page_that_ends_the_process_twice_is_refused()
    {
        await using var reader = new ReadingProcess(new(), TimeProvider.System, Shell("printf '\\0\\0\\0\\0'; head -c 1 >&2; exit 134"));
        var refused = await reader.ReadAsync(Page("ending", "<p>x"), default);
        Assert.Equal(("reader-ended", "https://ending.example/ is not read: the process that reads pages ended over it, twice (exit code 134)."),
            (refused.Facts.Outcome, refused.Facts.Sentence));
        Assert.Equal(2, reader.Started);
    }

    [Fact]
    public async Task A_process_that_does_not_start_is_no_fault_of_the_page()
    {
        await using var reader = new ReadingProcess(new(), TimeProvider.System, Shell("echo no room >&2; exit 3"));
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => reader.ReadAsync(Page("any", "<p>x"), default));
        Assert.Equal("The process that reads pages did not start (exit code 3). no room", fault.Message);
    }

    [Fact]
    public async Task Stopping_ends_the_process_in_the_middle_of_a_page()
    {
        await using var reader = new ReadingProcess(new(), TimeProvider.System);
        await ReadsAsync(reader);
        using var process = Process.GetProcessById(reader.ProcessId!.Value);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reader.ReadAsync(Page("slow", Slow), stop.Token));
        Assert.True(process.HasExited);
    }

    [Fact]
    public async Task It_ends_in_the_middle_of_a_page_when_whoever_started_it_is_gone()
    {
        using var process = Process.Start(new ProcessStartInfo(ReadingProcess.Command[0], ReadingProcess.Command.Skip(1)) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await ReadingFrames.ReadyAsync(process.StandardOutput.BaseStream);
        await ReadingFrames.SendAsync(process.StandardInput.BaseStream, Page("slow", Slow));
        process.StandardInput.Close();
        await Assert.ThrowsAsync<EndOfStreamException>(() => ReadingFrames.ReadingAsync(process.StandardOutput.BaseStream, 1 << 20));
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task It_is_given_its_limit_and_no_secret()
    {
        Environment.SetEnvironmentVariable("ReadingProcess__Secret", "told");
        await using var reader = new ReadingProcess(new(), TimeProvider.System);
        await ReadsAsync(reader);
        var environment = await File.ReadAllTextAsync($"/proc/{reader.ProcessId}/environ");
        Assert.Contains("DOTNET_GCHeapHardLimit=20000000", environment, StringComparison.Ordinal);
        Assert.DoesNotContain("ReadingProcess__Secret", environment, StringComparison.Ordinal);
    }

    /// <summary>The pipe changes nothing of what is read.</summary>
    [Fact]
    public async Task It_reads_as_one_would_here()
    {
        var here = PageClaims.For(Catalogue.Load(), TimeProvider.System);
        await using var there = new ReadingProcess(new(), TimeProvider.System);
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Pages", "Saved"), "*.html"))
        {
            var page = Page(Path.GetFileNameWithoutExtension(file), await File.ReadAllBytesAsync(file));
            Assert.Equal(Json(await here.ReadAsync(page, default)), Json(await there.ReadAsync(page, default)));
        }

        Assert.Equal(1, there.Started);
    }

    private static string[] Shell(string script) => ["/bin/sh", "-c", script];

    private static async Task ReadsAsync(ReadingProcess reader)
    {
        var read = await reader.ReadAsync(Page("next", "<p>Dewi earned $12 an hour on Prolific last spring, answering surveys."), default);
        Assert.Equal(("read", 12m), (read.Facts.Outcome, Assert.Single(read.Reading.Claims).AmountMin));
    }

    private static string Json(PageRead read) => JsonSerializer.Serialize(read, Rows.Json);

    private static SourcePage Page(string name, string markup) => Page(name, Encoding.UTF8.GetBytes(markup));

    private static SourcePage Page(string name, byte[] content) => new()
    {
        Address = string.Create(CultureInfo.InvariantCulture, $"https://{name}.example/"),
        Content = content,
        ContentType = "text/html",
        FetchedAt = new(2025, 4, 1, 0, 0, 0, TimeSpan.Zero),
    };
}
