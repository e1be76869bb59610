using Analytics.Ingest.Steps;
using Analytics.Ingest.Verbs;
using Xunit;

namespace Analytics.Ingest.Tests.Verbs;

public sealed class TerminalTests
{
    [Fact]
    public void On_a_terminal_progress_is_one_bar_that_an_answer_wipes()
    {
        var (answers, notes, terminal) = Make(interactive: true);
        terminal.Report(new("rollup", 0.5, "cells"));
        terminal.Answer("done");

        Assert.Equal("\r\u001b[Krollup [############............] 50 % cells\r\u001b[K", notes.ToString());
        Assert.Equal("done\n", answers.ToString());
    }

    [Fact]
    public void Elsewhere_progress_is_plain_lines_one_a_step_and_then_every_five_seconds()
    {
        var clock = new Clock();
        var (answers, notes, terminal) = Make(interactive: false, clock);
        terminal.Report(new("accept", null, "claims"));
        terminal.Report(new("accept", null, "too soon"));
        clock.Now += TimeSpan.FromSeconds(5).Ticks;
        terminal.Report(new("accept", 0.25, "reports"));
        terminal.Report(new("rollup", 0, "cells"));
        terminal.Note("a note");

        Assert.Equal("accept: claims\naccept: 25 %, reports\nrollup: 0 %, cells\na note\n", notes.ToString());
        Assert.Empty(answers.ToString());
    }

    [Fact]
    public void A_json_answer_is_one_line()
    {
        var (answers, _, terminal) = Make(interactive: false);
        terminal.AnswerJson(new StepResult("read", true, "Two\nlines.", new Dictionary<string, int> { ["pages"] = 1 }));

        Assert.Equal("""{"step":"read","changed":true,"sentence":"Two\nlines.","counts":{"pages":1},"troubles":[]}""" + "\n", answers.ToString());
    }

    private static (StringWriter Answers, StringWriter Notes, Terminal Terminal) Make(bool interactive, TimeProvider? time = null)
    {
        var (answers, notes) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        return (answers, notes, new Terminal(answers, notes, interactive, time ?? new Clock()));
    }

    private sealed class Clock : TimeProvider
    {
        public long Now { get; set; } = TimeSpan.TicksPerHour;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now;
    }
}
