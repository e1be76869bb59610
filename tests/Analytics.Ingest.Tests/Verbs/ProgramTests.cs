using System.Diagnostics;
using System.Text.Json;
using Analytics.Models.Corrections;
using Analytics.Models.Releases;
using Analytics.Models.Storage;
using Analytics.Tests.Storage;
using Xunit;

namespace Analytics.Ingest.Tests.Verbs;

/// <summary>The built program, as a process: exit codes, and what goes to stdout.</summary>
public sealed class ProgramTests(PostgresFixture postgres) : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("", "Required command was not provided")]
    [InlineData("fly", "'fly'")]
    [InlineData("step dance", "There is no step 'dance'; the steps are exchange-rates, collect, read, accept, normalise, rollup, estimate, publish, forget, erase.")]
    [InlineData("--demo step collect", "There is no step 'collect'")]
    [InlineData("demo", "demo needs --demo")]
    [InlineData("demo --demo --reports -1", "--reports takes a number from 0")]
    [InlineData("collect saved.html --date 31-01-2025", "--date '31-01-2025' is not a date such as 2025-01-31.")]
    [InlineData("collect saved.html saved.txt --address https://pay.example/", "--address belongs to one file; 2 were given.")]
    [InlineData("collect saved.html --address pay.example", "is not a web address")]
    [InlineData("collect missing.html", "missing.html")]
    [InlineData("collect huge.html", "a page may have at most 10485760")]
    [InlineData("collect --demo saved.html", "simulated data only")]
    [InlineData("--allow-host nowhere status", "--allow-host takes HOST:PORT")]
    [InlineData("read", "read takes either files or --jsonl FILE.")]
    [InlineData("read saved.html --jsonl lines.jsonl", "read takes either files or --jsonl FILE.")]
    [InlineData("read missing.html", "missing.html")]
    [InlineData("read huge.html", "a page may have at most 10485760")]
    [InlineData("read --jsonl missing.jsonl", "does not exist")]
    [InlineData("read --jsonl broken.jsonl", "broken.jsonl, line 2")]
    [InlineData("watch", "Required argument")]
    [InlineData("watch pay.example", "address 'pay.example' is not a web address")]
    [InlineData("watch https://pay.example/ --kind rss", "kind 'rss' is none of page, feed, sitemap")]
    [InlineData("watch https://pay.example/ --words pay", "words choose among the pages")]
    [InlineData("watch https://pay.example/feed --kind feed --words pay||", "which is neither a word")]
    [InlineData("watch https://pay.example/ --demo", "simulated data only")]
    [InlineData("unwatch pay.example", "is not a web address")]
    [InlineData("text", "Required argument 'file' missing")]
    [InlineData("estimate evaluate missing.csv", "missing.csv is not a file that can be read")]
    [InlineData("estimate evaluate saved.txt", "saved.txt: Line 1: no column hourly_usd; the columns are")]
    [InlineData("estimate fit few.csv --model model.json", "Too little to fit: 1 usable rows, which count as 1 contributors; at least 30 are needed, in two folds or more.")]
    [InlineData("estimate predict few.csv few.csv", "This is no model that estimate fit wrote")]
    [InlineData("corrections answer 7KQ2-XD9M --state refused --english No. --indonesian Tidak.", "'7KQ2-XD9M' is no receipt")]
    [InlineData("corrections answer 7KQ2-XD9M-40TB --state received --english No. --indonesian Tidak.", "--state 'received' is none of corrected, answered, refused.")]
    [InlineData("corrections answer 7KQ2-XD9M-40TB --state refused --english No.", "Option '--indonesian' is required")]
    [InlineData("corrections answer 7KQ2-XD9M-40TB --state refused --english \t --indonesian Tidak.", "--english is empty")]
    [InlineData("corrections answer 7KQ2-XD9M-40TB --state refused --english No. --indonesian Tidak. --page https://elsewhere.example/", "is no page of the site")]
    [InlineData("corrections answer 7KQ2-XD9M-40TB --state refused --english No. --indonesian Tidak. --release a1", "--release belongs to --state corrected.")]
    [InlineData("import missing.csv", "missing.csv is not a file that can be read")]
    [InlineData("import saved.html", "saved.html: this is none of the known layouts. Name the columns with --map")]
    [InlineData("import saved.txt --format excel", "--format 'excel' is none of mturk-suite,")]
    [InlineData("import saved.txt --map wages=Net", "--map takes OURS=COLUMN; ours is one of date, start,")]
    [InlineData("import saved.txt --platform nowhere", "--platform 'nowhere' is no slug of the catalogue")]
    [InlineData("import saved.txt --currency gold", "--currency 'gold' is no code of a currency")]
    [InlineData("import saved.txt --dates backwards", "--dates 'backwards' is none of day-first, month-first.")]
    [InlineData("import saved.txt --key 7KQ2", "--key is no key of a receipt")]
    [InlineData("corrections drop all", "'all' is no receipt")]
    [InlineData("receipt verify missing.txt", "missing.txt is not a file that can be read")]
    [InlineData("receipt verify saved.txt --signature saved.txt", "saved.txt is no deletion receipt")]
    [InlineData("receipt verify huge.html", "it is no part of a deletion receipt")]
    [InlineData("erasures apply missing.jsonl", "missing.jsonl is not a file that can be read")]
    [InlineData("erasures apply saved.txt", "saved.txt, line 1, is no entry of an erasure list")]
    public async Task Wrong_use_is_said_in_a_line_and_touches_nothing(string arguments, string said)
    {
        WriteFiles();
        var run = await RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, run.Code);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Equal(arguments.Contains("broken", StringComparison.Ordinal) ? 1 : 0, Lines(run.Output).Length);
        Assert.False(Directory.Exists(DataFolder));
    }

    [Fact]
    public async Task Read_and_text_answer_without_a_database()
    {
        WriteFiles();
        var text = await RunAsync(["text", "saved.html"]);
        var texts = await RunAsync(["text", "saved.html", "saved.txt"]);
        var read = await RunAsync(["read", "saved.html", "saved.txt"]);
        var lines = await RunAsync(["read", "--jsonl", "lines.jsonl"]);

        Assert.Equal((0, 0, 0, 0), (text.Code, texts.Code, read.Code, lines.Code));
        Assert.Equal(["Dewi earned $12 an hour on Prolific, answering surveys after her shift at the hospital.", "Prolific pays out through PayPal within two days of asking."],
            text.Output.TrimEnd().Split("\n\n"));
        Assert.Equal(["saved.html", "saved.txt"], Lines(texts.Output).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("file").GetString()));
        Assert.Equal((2, 3), (Lines(read.Output).Length, Lines(lines.Output).Length));
        Assert.False(Directory.Exists(DataFolder));
    }

    [Theory]
    [InlineData("read")]
    [InlineData("text")]
    public async Task A_file_that_is_refused_is_told_of_and_the_others_are_read(string verb)
    {
        WriteFiles();
        var run = await RunAsync([verb, "huge.html", "saved.html", "missing.html", "saved.txt"]);

        Assert.Equal((2, 2), (run.Code, Lines(run.Output).Length));
        var notes = Lines(run.Error).Where(l => !l.StartsWith(verb + ":", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, notes.Count);
        Assert.StartsWith("huge.html has", notes[0], StringComparison.Ordinal);
        Assert.StartsWith("missing.html is not a file", notes[1], StringComparison.Ordinal);
        Assert.All(notes, note => Assert.Contains("leave it out", note, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_table_is_evaluated_fitted_and_predicted()
    {
        WriteFiles();
        var rows = Enumerable.Range(0, 150).Select(i => FormattableString.Invariant($"{4 + i % 3 * 5 + i % 7},w{i},mturk,task-{i % 3},,\n"));
        File.WriteAllText(Path.Combine(folder.Path, "pay.csv"), "hourly_usd,contributor,platform,task_type,experience,country\n" + string.Concat(rows));
        var evaluated = await RunAsync(["estimate", "evaluate", "pay.csv", "--json", "--predictions", "predicted.csv"]);
        var fitted = await RunAsync(["estimate", "fit", "pay.csv", "--model", "model.json"]);
        File.WriteAllText(Path.Combine(folder.Path, "asked.csv"), "platform,task_type\nmturk,task-1\nelsewhere,task-1\nelsewhere,dance\n");
        var predicted = await RunAsync(["estimate", "predict", "model.json", "asked.csv"]);
        var explained = await RunAsync(["estimate", "explain", "model.json", "--task-type", "task-1"]);
        var effects = await RunAsync(["estimate", "explain", "model.json"]);

        Assert.Equal((0, 0, 0, 0, 0), (evaluated.Code, fitted.Code, predicted.Code, explained.Code, effects.Code));
        var figures = JsonDocument.Parse(evaluated.Output).RootElement;
        Assert.Equal(150, figures.GetProperty("n").GetInt32());
        Assert.All(["mae_ln", "mdape", "pinball10", "pinball50", "pinball90", "coverage80", "log_width80"], name => Assert.True(figures.GetProperty(name).GetDouble() > 0));
        Assert.Equal(3, figures.GetProperty("baselines").GetArrayLength());
        var lines = File.ReadAllLines(Path.Combine(folder.Path, "predicted.csv"));
        Assert.Equal(("row,fold,q10,q50,q90,low80,high80", 151), (lines[0], lines.Length));
        Assert.Equal("median,low80,high80,basis", Lines(predicted.Output)[0]);
        Assert.Equal(["modelled", "parent", "refused"], Lines(predicted.Output).Skip(1).Select(l => l.Split(',')[3]));
        Assert.Contains("asked.csv, row 3: refused. The model has met neither its platform nor its task type.", predicted.Error, StringComparison.Ordinal);
        Assert.StartsWith("A typical hour pays ", explained.Output, StringComparison.Ordinal);
        Assert.Contains("task-type task-2: ×", effects.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_an_answer() => Assert.Equal((0, true), await RunAsync(["--help"]) is var run ? (run.Code, run.Output.Contains("collect", StringComparison.Ordinal)) : default);

    [Fact]
    public async Task A_file_is_taken_in_and_the_state_is_told_as_json()
    {
        WriteFiles();
        var connection = await postgres.CreateConnectionStringAsync();
        var first = await RunAsync(["collect", "saved.html", "--address", "https://pay.example/dewi", "--date", "2025-01-31", "--language", "en"], connection);
        var second = await RunAsync(["collect", "saved.html", "saved.html", "--address", "https://pay.example/dewi", "--json"], connection);
        var published = await RunAsync(["release", "publish", "--json"], connection);
        var status = await RunAsync(["status", "--json"], connection);
        var list = await RunAsync(["release", "list"], connection);

        Assert.Equal((0, 0, 0, 0, 0), (first.Code, second.Code, published.Code, status.Code, list.Code));
        Assert.StartsWith("collect: https://pay.example/dewi was taken in", first.Output, StringComparison.Ordinal);
        Assert.Contains("known already", JsonDocument.Parse(Assert.Single(Lines(second.Output))).RootElement.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.True(JsonDocument.Parse(Assert.Single(Lines(published.Output))).RootElement.GetProperty("changed").GetBoolean());
        var state = JsonDocument.Parse(Assert.Single(Lines(status.Output))).RootElement;
        Assert.Equal(1, state.GetProperty("release").GetProperty("number").GetInt32());
        Assert.Equal("https://pay.example/dewi", state.GetProperty("sources")[0].GetProperty("address").GetString());
        Assert.StartsWith("1\t", Assert.Single(Lines(list.Output)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_does_not_answer_is_a_failure_and_a_bad_setting_wrong_use()
    {
        var connection = await postgres.CreateConnectionStringAsync();
        var refused = await RunAsync(["collect", "http://127.0.0.1:9/"], connection);
        var setting = await RunAsync(["status"], connection, ("Collect__AllowedHostPauseSeconds", "soon"));
        var unreachable = await RunAsync(["status"], "Host=127.0.0.1;Port=1;Username=nobody;Timeout=2");

        Assert.Equal((1, 2, 1), (refused.Code, setting.Code, unreachable.Code));
        Assert.Contains("http://127.0.0.1:9/", refused.Error, StringComparison.Ordinal);
        Assert.Contains("Collect__AllowedHostPauseSeconds is 'soon'", setting.Error, StringComparison.Ordinal);
        Assert.Empty(unreachable.Output);
    }

    [Fact]
    public async Task Requests_for_correction_are_listed_by_when_they_are_due_answered_and_dropped()
    {
        var connection = await postgres.CreateConnectionStringAsync();
        await using var database = Database.Open(connection);
        var store = new CorrectionStore(database);
        var now = TimeProvider.System.GetUtcNow();
        var late = Correction.Receive(CorrectionWay.TakeDown, "/platforms/mturk", "These are my words.\nTake them down.", "en", now.AddDays(-4)) with { Contact = "a@b.example" };
        var (error, advert) = (Correction.Receive(CorrectionWay.Error, "/data", "It adds up wrongly.", "id", now), Correction.Receive(CorrectionWay.Error, "/", "Buy gold now", "en", now.AddDays(1)));
        foreach (var request in new[] { error, late, advert })
            await store.ReceiveAsync(request, CancellationToken.None);

        var listed = Lines((await RunAsync(["corrections", "list", "--open"], connection)).Output);
        Assert.Equal([late.Receipt, error.Receipt, advert.Receipt], listed.Select(l => l.Split('\t')[0]));
        Assert.Matches("\ttake-down\tOVERDUE since .*\t/platforms/mturk\t/platforms/mturk\ten\ta@b.example\tThese are my words. / Take them down.$", listed[0]);
        Assert.Contains("\terror\tdue ", listed[1], StringComparison.Ordinal);
        var json = JsonDocument.Parse(Lines((await RunAsync(["corrections", "list", "--json"], connection)).Output)[0]).RootElement;
        Assert.Equal((true, "a@b.example"), (json.GetProperty("overdue").GetBoolean(), json.GetProperty("case").GetProperty("contact").GetString()));

        Assert.Equal(0, (await RunAsync(["release", "publish"], connection)).Code);
        var release = (await new ReleaseStore(database).LatestAsync(CancellationToken.None))!.Id;
        string[] Answer(string receipt, params string[] more) => ["corrections", "answer", receipt, "--state", "corrected", "--english", "The sum was wrong.", "--indonesian", "Jumlahnya keliru.", .. more];
        var unknown = await RunAsync(Answer("7KQ2-XD9M-40TB"), connection);
        var noRelease = await RunAsync(Answer(error.Receipt, "--release", "none"), connection);
        Assert.Equal((2, 2, 0), (unknown.Code, noRelease.Code, (await store.LogAsync(CancellationToken.None)).Count));
        Assert.Contains("There is no request 7KQ2-XD9M-40TB.", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("There is no release 'none'.", noRelease.Error, StringComparison.Ordinal);
        var answered = await RunAsync(Answer(error.Receipt.ToLowerInvariant(), "--since", release, "--page", "/en/data#log"), connection);
        Assert.Equal((0, $"{error.Receipt} is corrected and stands in the public log as #c-{error.Id}.\n"), (answered.Code, answered.Output));
        var entry = Assert.Single(await store.LogAsync(CancellationToken.None));
        Assert.Equal(("/data#log", release, release, "Jumlahnya keliru."), (entry.Page, entry.SinceRelease, entry.InRelease, entry.Indonesian));

        Assert.Equal((0, 2), ((await RunAsync(["corrections", "drop", advert.Receipt], connection)).Code, (await RunAsync(["corrections", "drop", error.Receipt], connection)).Code));
        Assert.Equal(late.Receipt, Assert.Single(await store.CasesAsync(openOnly: true, CancellationToken.None)).Receipt);
    }

    [Fact]
    public async Task A_tracker_s_file_is_shown_and_its_sums_are_kept_only_after_a_yes()
    {
        Directory.CreateDirectory(folder.Path);
        const string Rows = "Study,Reward,Bonus,Started At,Completed At,Completion Code,Status\n\"Secret study\",£6.00,,2024-03-05 10:00:00,2024-03-05 10:30:00,C1,APPROVED\n";
        File.WriteAllText(Path.Combine(folder.Path, "own.csv"), Rows);
        File.WriteAllText(Path.Combine(folder.Path, "later.csv"), Rows + "Other,£4.00,,2024-03-06 10:00:00,2024-03-06 10:30:00,C2,APPROVED\nBad,£,,2024-03-06 10:00:00,,C2,APPROVED\n");
        var connection = await postgres.CreateConnectionStringAsync();
        await using var database = Database.Open(connection);
        var reports = new Models.Reports.ReportStore(database);

        var dry = await RunAsync(["import", "own.csv", "--dry-run"]);
        Assert.Equal(0, dry.Code);
        Assert.False(Directory.Exists(DataFolder));
        Assert.Contains("2\t2024-03-05\tsurvey\tprolific\t6 GBP\t-\t30\t-\t-\n", dry.Output, StringComparison.Ordinal);
        Assert.Contains("2024-03\tsurvey\tprolific\t6 GBP\t-\t-\t0.5\t0 (estimated from gaps)\t1\n", dry.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", dry.Output + dry.Error, StringComparison.OrdinalIgnoreCase);

        var silent = await RunAsync(["import", "own.csv"], connection);
        Assert.Equal((0, 0L), (silent.Code, (await reports.CountAsync(CancellationToken.None)).All));
        Assert.Contains("Nothing was kept.", silent.Error, StringComparison.Ordinal);

        // What is agreed to is read before the question, and beside a yes given beforehand.
        string[] Consent(string said) => [.. Lines(said).SkipWhile(l => !l.StartsWith("Only groups of at least 10 contributors are published", StringComparison.Ordinal))];
        var asked = Consent(silent.Error);
        Assert.Equal(4, asked.Length);
        Assert.StartsWith("Consent, version 1: by keeping these sums I agree that PerJam keeps them and uses them for pay statistics.", asked[1], StringComparison.Ordinal);
        Assert.Equal(["Agree and keep the sums? [y/N]", "Nothing was kept."], asked[2..]);
        Assert.DoesNotContain("Consent", dry.Error, StringComparison.Ordinal);

        var kept = await RunAsync(["import", "own.csv", "--yes"], connection);
        Assert.Equal(asked[..2], Consent(kept.Error));
        var key = kept.Output.TrimEnd()[^34..];
        Assert.Equal((0, 6m), (kept.Code, Assert.Single((await reports.OfKeyAsync(key, CancellationToken.None))!).Report.Pay));

        var again = await RunAsync(["import", "own.csv", "--yes"], connection);
        Assert.Equal((2, "This very file has been imported before; nothing was kept."), (again.Code, Lines(again.Error)[^1]));
        var unknown = await RunAsync(["import", "later.csv", "--yes", "--key", "0000-0000-0000-0000-0000-0000-0000"], connection);
        Assert.Equal((2, "There are no reports with that --key."), (unknown.Code, Lines(unknown.Error)[^1]));

        var later = await RunAsync(["import", "later.csv", "--yes", "--key", key], connection);
        Assert.Equal(0, later.Code);
        Assert.Contains("line 4, column 2 (pay): this is not an amount.", later.Error, StringComparison.Ordinal);
        Assert.Contains("replaced now: 2024-03.", later.Error, StringComparison.Ordinal);
        Assert.Equal(10m, Assert.Single((await reports.OfKeyAsync(key, CancellationToken.None))!).Report.Pay);
    }

    private string DataFolder => Path.Combine(folder.Path, "data");

    private void WriteFiles()
    {
        Directory.CreateDirectory(folder.Path);
        void Write(string name, string text) => File.WriteAllText(Path.Combine(folder.Path, name), text);
        Write("saved.html",
            """
            <!doctype html><html lang="en"><head><title>Evenings</title></head><body><article>
            <p>Dewi earned $12 an hour on Prolific, answering surveys after her shift at the hospital.</p>
            <p>Prolific pays out through PayPal within two days of asking.</p></article></body></html>
            """);
        Write("saved.txt", "One line of text.\n");
        Write("lines.jsonl", "{\"id\":\"a\",\"text\":\"$12 an hour\",\"language\":\"en\"}\n\n{\"id\":7,\"text\":\"nothing\"}\n{\"id\":\"c\",\"text\":\"\"}\n");
        Write("broken.jsonl", "{\"id\":\"a\",\"text\":\"$12 an hour\"}\nnull\n");
        Write("few.csv", "hourly_usd,platform\n5,elsewhere\n");
        Write("huge.html", new string('x', 11 * 1024 * 1024));
    }

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private async Task<(int Code, string Output, string Error)> RunAsync(string[] arguments, string? connection = null, params (string Name, string Value)[] settings)
    {
        Directory.CreateDirectory(folder.Path);
        var start = new ProcessStartInfo("dotnet", [typeof(Session).Assembly.Location, "--data", DataFolder, .. arguments])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["ConnectionStrings__Analytics"] = connection;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
