using System.Globalization;
using System.Text;
using System.Text.Json;
using Analytics.Ingest.Steps;
using Analytics.Models.Storage;

namespace Analytics.Ingest.Verbs;

/// <summary>Answers on stdout; progress and notes on stderr, as a bar on a terminal and as plain lines otherwise.</summary>
internal sealed class Terminal(TextWriter answers, TextWriter notes, bool interactive, TimeProvider time) : IProgress<StepProgress>
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenFrames = TimeSpan.FromMilliseconds(100);
    private const int BarWidth = 24;

    private long lastShown;
    private string? lastStep;
    private bool barShown;

    /// <summary>The process's own terminal.</summary>
    public static Terminal Process() => new(
        new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true }, Console.Error, !Console.IsErrorRedirected, TimeProvider.System);

    /// <summary>One line of the answer.</summary>
    public void Answer(string line)
    {
        ClearBar();
        answers.WriteLine(line);
    }

    /// <summary>The answer as one line of JSON.</summary>
    public void AnswerJson<T>(T value) => Answer(JsonSerializer.Serialize(value, Rows.Json));

    /// <summary>One line beside the answer.</summary>
    public void Note(string line)
    {
        ClearBar();
        notes.WriteLine(line);
    }

    public void Report(StepProgress value)
    {
        var newStep = value.Step != lastStep;
        if (!newStep && time.GetElapsedTime(lastShown) < (interactive ? BetweenFrames : BetweenLines))
            return;
        (lastShown, lastStep) = (time.GetTimestamp(), value.Step);
        if (interactive)
            DrawBar(value);
        else
            notes.WriteLine(value.Share is { } share ? $"{value.Step}: {Percent(share)}, {value.Doing}" : $"{value.Step}: {value.Doing}");
    }

    private void DrawBar(StepProgress value)
    {
        var full = (int)Math.Round(BarWidth * (value.Share ?? 0));
        var bar = value.Share is { } share ? $"[{new string('#', full)}{new string('.', BarWidth - full)}] {Percent(share)}" : "…";
        notes.Write($"\r\u001b[K{value.Step} {bar} {(value.Doing.Length > 60 ? value.Doing[..60] : value.Doing)}");
        barShown = true;
    }

    private void ClearBar()
    {
        if (barShown)
            notes.Write("\r\u001b[K");
        barShown = false;
    }

    private static string Percent(double share) => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %";
}
