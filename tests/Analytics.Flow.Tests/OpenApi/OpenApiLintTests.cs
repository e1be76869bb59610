using System.Diagnostics;
using System.Text.Json.Nodes;
using Analytics.Web.Api;
using Xunit;

namespace Analytics.Flow.Tests.OpenApi;

/// <summary>The description of the API, as a linter from the npm registry reads it: valid OpenAPI 3.1, with nothing that its recommended rules warn of.</summary>
public sealed class OpenApiLintTests
{
    private static readonly string Linter = Path.Combine(Checkout.Root, "artifacts", "node", "OpenApi", "node_modules", "@redocly", "cli", "bin", "cli.js");

    [Fact]
    public async Task The_linter_has_nothing_to_say()
    {
        var (code, said) = await LintAsync(OpenApiDocument.Make("https://perjam.org"));
        Assert.True(code == 0, said);
        // As it counts what it warns of.
        Assert.DoesNotContain("You have", said, StringComparison.Ordinal);
        Assert.Contains("Your API description is valid", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type", "integer or so", "struct")]
    [InlineData("$ref", "#/components/schemas/None", "no-unresolved-refs")]
    public async Task The_linter_finds_what_is_wrong(string property, string value, string rule)
    {
        var document = OpenApiDocument.Make("https://perjam.org");
        document["components"]!["schemas"]!["Rates"]!["properties"]!["median"]![property] = value;
        var (code, said) = await LintAsync(document);
        Assert.NotEqual(0, code);
        Assert.Contains(rule, said, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said)> LintAsync(JsonObject document)
    {
        Assert.True(File.Exists(Linter), "The linter is not installed; ./test does that, or: bash -c 'source .ci/setup.sh; need_node_packages tests/Analytics.Flow.Tests/OpenApi'");
        var folder = Directory.CreateTempSubdirectory("perjam-openapi-");
        try
        {
            var file = Path.Combine(folder.FullName, "openapi.json");
            await File.WriteAllTextAsync(file, document.ToJsonString());
            var start = new ProcessStartInfo("node", [Linter, "lint", "--extends=recommended", "--format=stylish", file])
            {
                WorkingDirectory = folder.FullName,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                // It is not to ask anything of the network.
                Environment = { ["REDOCLY_TELEMETRY"] = "off", ["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true", ["NO_COLOR"] = "1" },
            };
            using var linter = Process.Start(start)!;
            var errors = linter.StandardError.ReadToEndAsync();
            var said = await linter.StandardOutput.ReadToEndAsync();
            await linter.WaitForExitAsync();
            return (linter.ExitCode, said + await errors);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
