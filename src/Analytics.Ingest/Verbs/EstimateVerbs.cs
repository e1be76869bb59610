using System.CommandLine;
using Analytics.Ingest.Steps;
using Analytics.Models.Estimates;

namespace Analytics.Ingest.Verbs;

/// <summary><c>estimate evaluate</c>, <c>fit</c>, <c>predict</c> and <c>explain</c>: the model on any table of pay, without touching a database.</summary>
internal static class EstimateVerbs
{
    public static Command Create(CommonOptions common, Terminal terminal) => new("estimate", "Estimate pay per hour from a table of your own.")
    {
        Evaluate(common, terminal), Fit(terminal), Predict(terminal), Explain(terminal),
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
        var (model, table) = (ModelArgument(), TableArgument());
        var command = new Command("predict", "Print median,low80,high80,basis for each row of a table, which need not tell its pay.") { model, table };
        command.SetAction((parsed, _) => Task.FromResult(Guarded(() =>
        {
            var fitted = ReadModel(parsed.GetValue(model)!);
            var pay = ReadTable(parsed.GetValue(table)!, terminal, needsPay: false);
            using var answer = new MemoryStream();
            foreach (var row in EstimateTables.WritePredicted(pay, fitted, answer))
                terminal.Note($"{parsed.GetValue(table)}, row {row}: refused. The model has met neither its platform nor its task type.");
            terminal.Answer(System.Text.Encoding.UTF8.GetString(answer.ToArray()).TrimEnd('\n'));
        })));
        return command;
    }

    private static Command Explain(Terminal terminal)
    {
        var model = ModelArgument();
        Option<string>[] told = [Word("--platform"), Word("--task-type"), Word("--experience"), Word("--country"), Word("--expertise")];
        var command = new Command("explain", "Tell what makes a prediction; with nothing told, what each word makes of pay beside the one met most.") { model };
        foreach (var option in told)
            command.Add(option);
        command.SetAction((parsed, _) => Task.FromResult(Guarded(() =>
        {
            var fitted = ReadModel(parsed.GetValue(model)!);
            string Told(int at) => parsed.GetValue(told[at]) ?? "";
            var row = new PayRow { Hourly = 1, Platform = Told(0), TaskType = Told(1), Experience = Told(2), Country = Told(3), Expertise = Told(4) };
            var lines = told.All(o => parsed.GetValue(o) is null) ? EstimateTables.Lines(fitted.Effects) : EstimateTables.Lines(fitted.Explain(row), row);
            lines.ToList().ForEach(terminal.Answer);
        })));
        return command;
    }

    private static FittedModel ReadModel(string file) => Estimation.Open(System.Text.Encoding.UTF8.GetString(NamedFile.Read(file, File.ReadAllBytes)));

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

        foreach (var row in table.Refused)
            terminal.Note($"{file}, line {row.Line}: left out. {row.Reason}");
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

    private static Argument<string> ModelArgument() => new("model") { Description = "A model that estimate fit wrote." };

    private static Option<string> Word(string name) => new(name) { Description = "As the table has it." };

    private static Option<int> SeedOption() => new("--seed") { Description = "Seed of the folds.", DefaultValueFactory = _ => 1 };

    private static Option<ErrorModel> ErrorsOption()
    {
        var errors = new Option<ErrorModel>("--errors") { Description = "student: what is far off counts less; normal: as lme4 does.", DefaultValueFactory = _ => ErrorModel.Student };
        errors.AcceptOnlyFromAmong("student", "normal");
        return errors;
    }

    private sealed class Progress(Terminal terminal, string verb) : IProgress<double>
    {
        public void Report(double value) => terminal.Report(new StepProgress(verb, value, "folds"));
    }
}
