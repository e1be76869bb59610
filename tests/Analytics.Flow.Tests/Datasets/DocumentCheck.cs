using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Analytics.Flow.Tests.Datasets;

/// <summary>Runs the checkers of the npm registry on a document.</summary>
internal static class DocumentCheck
{
    private static readonly string Packages = Path.Combine(Checkout.Root, "artifacts", "node", "Validators", "node_modules");

    /// <summary>What is wrong with <paramref name="document"/> by a schema of <c>../shared/schemas</c>, a fault a line; skips the test where that folder is not there.</summary>
    /// <param name="ending"><c>.json</c>, or <c>.cff</c> for YAML.</param>
    public static async Task<string> BySchemaAsync(string schema, string document, string ending)
    {
        var file = Path.Combine(Checkout.Root, "..", "shared", "schemas", schema);
        Assert.SkipUnless(File.Exists(file), "../shared/schemas is not here.");
        var (code, _, faults) = await RunAsync(document, ending, "schema", file);
        Assert.Equal(code == 0, faults.Length == 0);
        return faults;
    }

    /// <summary>The expanded form of JSON-LD.</summary>
    /// <exception cref="FormatException">It asks for another document, or has a term that means nothing.</exception>
    public static async Task<JsonElement> ExpandedAsync(string document)
    {
        var (code, expanded, faults) = await RunAsync(document, ".json", "expand");
        return code == 0 ? JsonDocument.Parse(expanded).RootElement : throw new FormatException(faults);
    }

    private static async Task<(int Code, string Said, string Faults)> RunAsync(string document, string ending, params string[] task)
    {
        Assert.True(Directory.Exists(Packages), "The checkers are not installed; ./test does that, or: bash -c 'source .ci/setup.sh; need_node_packages tests/Analytics.Flow.Tests/Validators'");
        var folder = Directory.CreateTempSubdirectory("perjam-document-");
        try
        {
            var file = Path.Combine(folder.FullName, "document" + ending);
            await File.WriteAllTextAsync(file, document);
            var start = new ProcessStartInfo("node", [Path.Combine(Checkout.Root, "tests", "Analytics.Flow.Tests", "Validators", "check.cjs"), .. task, file])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["NODE_PATH"] = Packages },
            };
            using var node = Process.Start(start)!;
            var faults = node.StandardError.ReadToEndAsync();
            var said = await node.StandardOutput.ReadToEndAsync();
            await node.WaitForExitAsync();
            return (node.ExitCode, said, (await faults).Trim());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
