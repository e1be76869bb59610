// Measures in full what the issues ask for; ./measure calls it from the root of the checkout.
//   list            names every measure
//   tools ISSUE.N   prints the Debian packages it needs beside those of ./run, one a line
//   fit-weights OUT.json LABELLED.jsonl…  fits the claim reader's weights; leave-out LABELLED.jsonl… scores texts left out of the fit
//   ISSUE[.N]       runs it and writes artifacts/measures/ISSUE.N.json; exit code 1 when a limit is not met
using System.Runtime.InteropServices;
using Analytics.Benchmarks;
using Analytics.Benchmarks.Fitting;

using var stop = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

switch (args)
{
    case ["list"]:
        foreach (var measure in Registry.All)
            Console.WriteLine($"{measure.Id}  {measure.Title}");
        return 0;
    case ["tools", var name]:
        foreach (var package in Registry.Find(name).SelectMany(measure => measure.Packages).Distinct())
            Console.WriteLine(package);
        return 0;
    case ["fit-weights", var target, .. { Length: > 0 } labelled]:
        return FitCommand.Fit(target, labelled);
    case ["leave-out", .. { Length: > 0 } labelled]:
        return FitCommand.LeaveOutByTurns(labelled);
    case [var name] when Registry.Find(name) is { Count: > 0 } measures:
        return await MeasureAsync(measures);
    default:
        Console.Error.WriteLine($"There is no measure '{string.Join(' ', args)}'; ./measure list names those there are.");
        return 2;
}

async Task<int> MeasureAsync(IReadOnlyList<Measure> measures)
{
    var run = new MeasureRun(Environment.CurrentDirectory, TimeProvider.System, Console.Error.WriteLine);
    var met = true;
    foreach (var measure in measures)
    {
        Console.Error.WriteLine($"{measure.Id}: {measure.Title}");
        var report = await Report.MakeAsync(measure, run, stop.Token);
        foreach (var figure in report.Figures)
            Console.WriteLine(Describe(measure.Id, figure));
        met &= report.Met;
    }

    return met ? 0 : 1;
}

static string Describe(string id, Figure figure) => FormattableString.Invariant(
    $"{id}  {figure.Name}: {figure.Value:0.###} {figure.Unit}{Limit("at most", figure.AtMost)}{Limit("at least", figure.AtLeast)}{(figure.Met == false ? "  NOT MET" : "")}");

static string Limit(string word, double? limit) => limit is null ? "" : FormattableString.Invariant($" ({word} {limit})");

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stop.Cancel();
}
