using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Analytics.Models.Releases.Datasets;
using Xunit;

namespace Analytics.Flow.Tests.Datasets;

/// <summary>Code that a page shows to load a table.</summary>
/// <param name="Address">What it loads.</param>
internal sealed record ShownSnippet(DatasetTable Table, string Program, string Code, string Address)
{
    /// <summary>Below the name of the program on <paramref name="page"/>, as a reader finds it.</summary>
    public static ShownSnippet On(string page, DatasetTable table, string program)
    {
        var name = Regex.Escape(LoadingSnippets.NameOf(program));
        var code = WebUtility.HtmlDecode(Regex.Match(page, $"<summary>{name}</summary>\\s*<pre[^>]*>(.*?)</pre>", RegexOptions.Singleline).Groups[1].Value);
        return new(table, program, code, Regex.Match(code, @"http://[^""']+").Value);
    }

    /// <summary>Runs it. The number of rows that it loaded, and a line for each column: name, type and how many are missing.</summary>
    public async Task<string> RunAsync(HttpClient client)
    {
        var folder = Directory.CreateTempSubdirectory("perjam-snippet-");
        try
        {
            var (file, code) = (Path.Combine(folder.FullName, Program), Code);
            if (Program == "duckdb")
            {
                // It fetches from the web by an extension that it gets from the web, where there is one; here it is given the same bytes as a file.
                var local = Path.Combine(folder.FullName, $"{Table.Name}.csv");
                await File.WriteAllBytesAsync(local, await client.GetByteArrayAsync(Address));
                code = code.Replace(Address, local, StringComparison.Ordinal);
            }

            await File.WriteAllTextAsync(file, code + Told());
            return await AnswerAsync(Command(file));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private string Told() => Program switch
    {
        "python" => $"\nprint(len({Table.Name}))\nfor name in {Table.Name}: print(name, {Table.Name}[name].dtype, {Table.Name}[name].isna().sum())\n",
        "r" => $"\ncat(nrow({Table.Name}), \"\\n\")\nfor (name in names({Table.Name})) cat(name, class({Table.Name}[[name]]), sum(is.na({Table.Name}[[name]])), \"\\n\")\n",
        _ => "",
    };

    private string[] Command(string file) => Program switch
    {
        "python" => [TableReader.Python, file],
        "r" => ["Rscript", "--vanilla", file],
        _ => ["node", TableReader.Script("load.mjs"), TableReader.Modules + "/", file, Table.Name],
    };

    private async Task<string> AnswerAsync(string[] command)
    {
        using var running = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["LC_ALL"] = "C.UTF-8" } })!;
        var fault = running.StandardError.ReadToEndAsync();
        var said = await running.StandardOutput.ReadToEndAsync();
        await running.WaitForExitAsync();
        Assert.True(running.ExitCode == 0, $"{await fault}\n{Code}");
        return string.Concat(said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd() + "\n"));
    }
}
