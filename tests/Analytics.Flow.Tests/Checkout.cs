using Analytics.Tests.Storage;

[assembly: Xunit.AssemblyFixture(typeof(PostgresFixture))]

namespace Analytics.Flow.Tests;

/// <summary>Where the checkout is, and the programs built from it with the same configuration as these tests.</summary>
internal static class Checkout
{
    private static readonly string Configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";

    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string IngestProgram => Program("Analytics.Ingest");

    public static string WebProgram => Program("Analytics.Web");

    public static string SavedPage(string name) => Path.Combine(AppContext.BaseDirectory, "SavedPages", name);

    /// <summary>A file of one of the folders of pages beside these tests.</summary>
    public static string Fixture(string folder, string name) => Path.Combine(AppContext.BaseDirectory, folder, name);

    private static string Program(string name) => Path.Combine(Root, "src", name, "bin", Configuration, "net10.0", name + ".dll");

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Analytics.sln")) ? folder.FullName : Find(folder.Parent!);
}
