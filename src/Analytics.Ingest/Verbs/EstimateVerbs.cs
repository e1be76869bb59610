using System.CommandLine;
using Analytics.Ingest.Steps;
using Analytics.Models.Estimates;

namespace Analytics.Ingest.Verbs;

/// <summary><c>estimate evaluate</c>, <c>fit</c> and <c>predict</c>: the model on any table of pay, without touching a database.</summary>
internal static class EstimateVerbs
{
    private const int MostListed = 20;

    public static Command Create(CommonOptions common, Terminal terminal) => new("estimate", "Estimate pay per hour from a table of your own.")
    {
        Evaluate(common, terminal), Fit(terminal), Predict(terminal),
    };

    private static Command Evaluate(CommonOptions common, Terminal terminal)
    {
        var (table, seed, errors) = (TableArgument(), SeedOption(), ErrorsOption());
        var predictions = new Option<string?>("--predictions") { Description = "A CSV file to write what was predicted of each row by a model that saw nothing of its fold." };
        var command = new Command("evaluate", "Five folds by contributor: the figures of pay that the model did not see, beside simpler ways.") { table, seed, errors, predictions };
        command.SetAction((parsed, _) => Task.FromResult(Guarded(() =>
        {
            var pay = ReadTable(parsed.GetValue(table)!, terminal);
            var progress = new Progress(terminal, "evaluate");
            var evaluation = Estimation.Evaluate(pay, parsed.GetValue(errors), parsed.GetValue(seed), progress);
            if (parsed.GetValue(predictions) is { } file)
                WriteFile(file, stream => EstimateTables.WritePredictions(evaluation, stream));
            if (common.Json(parsed))
                terminal.Answer(EstimateTables.Json(evaluation, parsed.GetValue(seed)));
            else
                EstimateTables.Lines(evaluation).ToList().ForEach(terminal.Answer);
        })));
        return command;
    }

    private static Command Fit(Terminal terminal)
    {
        var (table, seed, errors) = (TableArgument(), SeedOption(), ErrorsOption());
        var model = new Option<string>("--model") { Required = true, Description = "The file to write the model to." };
        var command = new Command("fit", "Fit the model on all rows.") { table, seed, errors, model };
        command.SetAction((parsed, _) => Task.FromResult(Guarded(() =>
        {
            var pay = ReadTable(parsed.GetValue(table)!, terminal);
            var json = Estimation.Fit(pay, parsed.GetValue(errors), parsed.GetValue(seed));
            WriteFile(parsed.GetValue(model)!, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(json)));
            terminal.Note($"{pay.Rows.Count} rows fitted.");
        })));
        return command;
    }

    private static Command Predict(Terminal terminal)
    {
        var model = new Argument<string>("model") { Description = "A model that estimate fit wrote." };
        var table = TableArgument();
        var command = new Command("predict", "Print median,low80,high80,basis for each row of a table, which need not tell its pay.") { model, table };
        command.SetAction((parsed, _) => Task.FromResult(Guarded(() =>
        {
            var fitted = Estimation.Open(System.Text.Encoding.UTF8.GetString(NamedFile.Read(parsed.GetValue(model)!, File.ReadAllBytes)));
            var pay = ReadTable(parsed.GetValue(table)!, terminal, needsPay: false);
            using var answer = new MemoryStream();
            EstimateTables.WritePredicted(pay, fitted, answer);
            terminal.Answer(System.Text.Encoding.UTF8.GetString(answer.ToArray()).TrimEnd('\n'));
        })));
        return command;
    }

    private static int Guarded(Action work)
    {
        try
        {
            work();
            return 0;
        }
        catch (PayTableException fault)
        {
            throw new WrongUseException(fault.Message);
        }
    }

    private static PayTable ReadTable(string file, Terminal terminal, bool needsPay = true)
    {
        using var stream = new MemoryStream(NamedFile.Read(file, File.ReadAllBytes));
        PayTable table;
        try
        {
            table = PayTable.Read(stream, needsPay);
        }
        catch (PayTableException fault)
        {
            throw new WrongUseException($"{file}: {fault.Message}");
        }

        foreach (var row in table.Refused.Take(MostListed))
            terminal.Note($"{file}, line {row.Line}: left out. {row.Reason}");
        if (table.Refused.Count > MostListed)
            terminal.Note($"{file}: {table.Refused.Count - MostListed} more rows left out.");
        return table;
    }

    private static void WriteFile(string file, Action<Stream> write)
    {
        try
        {
            using var stream = File.Create(file);
            write(stream);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"{file} is not a file that can be written: {fault.Message}");
        }
    }

    private static Argument<string> TableArgument() => new("table") { Description = "A CSV file; hourly_usd,contributor,platform,task_type,experience,country and more." };

    private static Option<int> SeedOption() => new("--seed") { Description = "Seed of the folds.", DefaultValueFactory = _ => 1 };

    private static Option<ErrorModel> ErrorsOption() =>
        new("--errors") { Description = "student: what is far off counts less; normal: as lme4 does.", DefaultValueFactory = _ => ErrorModel.Student };

    private sealed class Progress(Terminal terminal, string verb) : IProgress<double>
    {
        public void Report(double value) => terminal.Report(new StepProgress(verb, value, "folds"));
    }
}
