using System.Globalization;

namespace Analytics.Benchmarks.Measures;

/// <summary>2.1: from a fresh clone with an empty HOME to the first page, and the second start; as root and as a user with sudo.</summary>
internal static class FreshClone
{
    private const double ColdLimit = 300;
    private const double SecondLimit = 8;

    public static readonly Measure Measure = new(
        "2.1", "From a fresh clone with an empty HOME, ./run to the first page, cold, and again", RunAsync);

    private static async Task<IReadOnlyList<Figure>> RunAsync(MeasureRun run, CancellationToken stop)
    {
        if (!Environment.IsPrivilegedProcess)
            return await RunAsAsync(null, run, stop);
        var asRoot = await RunAsAsync(null, run, stop);
        await using var user = await TemporaryUser.MakeAsync(run.Repository, stop);
        return [.. asRoot, .. await RunAsAsync(user.Name, run, stop)];
    }

    private static async Task<IReadOnlyList<Figure>> RunAsAsync(string? user, MeasureRun run, CancellationToken stop)
    {
        var who = user is not null ? "sudo_user" : Environment.IsPrivilegedProcess ? "root" : "user";
        var folder = Path.Combine(Path.GetTempPath(), $"perjam-measure-{Environment.ProcessId}-{who}");
        run.Log($"As {who} in {folder} ...");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "home"));
            Directory.CreateDirectory(Path.Combine(folder, "tmp"));
            await OtherProgram.AnswerAsync("git", ["clone", "--quiet", "--no-local", run.Repository, Path.Combine(folder, "clone")], stop);
            if (user is not null)
                await OtherProgram.AnswerAsync("chown", ["-R", user, folder], stop);
            var cold = await FirstPageAsync(folder, user, run, stop);
            var second = await FirstPageAsync(folder, user, run, stop);
            return
            [
                new($"cold_start_{who}_s", cold, "s") { AtMost = ColdLimit, Note = "packages of the system already installed" },
                new($"second_start_{who}_s", second, "s") { AtMost = SecondLimit },
            ];
        }
        finally
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    // Seconds until the first page has come, whole. The site is stopped again.
    private static async Task<double> FirstPageAsync(string folder, string? user, MeasureRun run, CancellationToken stop)
    {
        var port = LoopbackPort.Free();
        var began = run.Time.GetTimestamp();
        await using var site = RunningSite.Start(
            folder, user, ["--port", port.ToString(CultureInfo.InvariantCulture), "--data", Path.Combine(folder, "data")]);
        await site.FirstPageAsync(new Uri($"http://127.0.0.1:{port}/en/"), run.Time, stop);
        var seconds = run.Time.GetElapsedTime(began).TotalSeconds;
        run.Log(FormattableString.Invariant($"  first page after {seconds:0.0} s"));
        return Math.Round(seconds, 2);
    }
}
