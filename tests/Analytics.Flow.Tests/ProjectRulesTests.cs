using System.Text.RegularExpressions;
using Xunit;

namespace Analytics.Flow.Tests;

/// <summary>Who may know whom (DESIGN.md, "Rooms"). Read from the source text, so that a rule is broken the day somebody writes the line.</summary>
public sealed partial class ProjectRulesTests
{
    private static readonly string[] RoomsInOrder =
        ["Money", "Evidence", "Platforms", "Sources", "Claims", "Reports", "Observations", "Hourly", "Rollups", "Estimates", "Privacy", "Releases", "Corrections", "Operations"];

    private static readonly string[] DatabaseDriver = ["Npgsql", "Dapper"];

    [Theory]
    [InlineData("Analytics.Web", "Analytics.Ingest")]
    [InlineData("Analytics.Ingest", "Analytics.Web")]
    [InlineData("Analytics.Models", "Analytics.Ingest")]
    [InlineData("Analytics.Models", "Analytics.Web")]
    public void Web_and_ingest_meet_only_in_the_database(string project, string stranger)
    {
        var file = File.ReadAllText(Path.Combine(Checkout.Root, "src", project, project + ".csproj"));
        Assert.DoesNotContain(stranger, file, StringComparison.Ordinal);
        Assert.Empty(Uses(project, stranger));
    }

    [Fact]
    public void A_room_of_models_knows_only_rooms_before_it()
    {
        var broken = from room in RoomsInOrder
                     from file in Files(Path.Combine("Analytics.Models", room))
                     from used in RoomsUsed(file.Text)
                     where Array.IndexOf(RoomsInOrder, used) > Array.IndexOf(RoomsInOrder, room)
                     select $"{file.Name} uses {used}";
        Assert.Empty(broken);
    }

    [Fact]
    public void Storage_serves_all_and_knows_none() =>
        Assert.Empty(Files("Analytics.Models/Storage").SelectMany(f => RoomsUsed(f.Text).Select(r => $"{f.Name} uses {r}")));

    [Fact]
    public void Every_folder_of_models_is_a_room() =>
        Assert.Equal(RoomsInOrder.Append("Storage").Order(), Directory.GetDirectories(Path.Combine(Checkout.Root, "src/Analytics.Models"))
            .Select(d => Path.GetFileName(d)!).Where(d => d is not ("bin" or "obj")).Order());

    [Fact]
    public void The_database_driver_is_known_in_models_only()
    {
        foreach (var driver in DatabaseDriver)
        {
            Assert.Empty(Uses("Analytics.Ingest", driver));
            Assert.Empty(Uses("Analytics.Web", driver));
        }
    }

    [Fact]
    public void Angle_sharp_stays_in_pages() =>
        Assert.Empty(Uses("Analytics.Ingest", "AngleSharp").Concat(Uses("Analytics.Models", "AngleSharp")).Concat(Uses("Analytics.Web", "AngleSharp"))
            .Where(f => !f.StartsWith("Analytics.Ingest/Pages/", StringComparison.Ordinal)));

    [Fact]
    public void Asp_net_is_known_in_web_only() =>
        Assert.Empty(Uses("Analytics.Ingest", "Microsoft.AspNetCore").Concat(Uses("Analytics.Models", "Microsoft.AspNetCore")));

    [Theory]
    [InlineData("Analytics.Models/Claims")]
    [InlineData("Analytics.Models/Reports/Trackers")]
    [InlineData("Analytics.Models/Hourly")]
    [InlineData("Analytics.Models/Estimates")]
    [InlineData("Analytics.Models/Privacy")]
    [InlineData("Analytics.Models/Observations")]
    [InlineData("Analytics.Models/Rollups")]
    [InlineData("Analytics.Web/Charts")]
    public void Values_in_values_out(string room)
    {
        string[] outside = [.. DatabaseDriver, "System.Net", "TimeProvider", "HttpClient", "Random.Shared"];
        var broken = from file in Files(room)
                     where !file.Name.EndsWith("Store.cs", StringComparison.Ordinal)
                     from word in outside
                     where Regex.IsMatch(file.Code, $@"\b{Regex.Escape(word)}\b") && !file.Code.Contains("System.Net.WebUtility", StringComparison.Ordinal)
                     select $"{file.Name} uses {word}";
        Assert.Empty(broken);
    }

    [Fact]
    public void Web_never_fetches() => Assert.Empty(Uses("Analytics.Web", "HttpClient").Concat(Uses("Analytics.Web", "PoliteFetcher")));

    [Fact]
    public void No_folder_is_a_drawer()
    {
        string[] drawers = ["Helpers", "Utils", "Services", "Managers", "Common"];
        Assert.Empty(Directory.GetDirectories(Path.Combine(Checkout.Root, "src"), "*", SearchOption.AllDirectories)
            .Where(d => drawers.Contains(Path.GetFileName(d))));
    }

    [Fact]
    public void Versions_live_once()
    {
        var projects = Directory.GetFiles(Checkout.Root, "*.csproj", SearchOption.AllDirectories);
        Assert.NotEmpty(projects);
        Assert.Empty(projects.Where(p => PackageVersion().IsMatch(File.ReadAllText(p))));
        Assert.All(projects, p => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(p)!, "packages.lock.json")), $"{p} has no lock file."));
    }

    [GeneratedRegex("<PackageReference[^>]*Version=")]
    private static partial Regex PackageVersion();

    [GeneratedRegex(@"\b(?:Analytics\.)?Models\.(\w+)")]
    private static partial Regex RoomName();

    private static IEnumerable<string> RoomsUsed(string text) =>
        RoomName().Matches(text).Select(m => m.Groups[1].Value).Where(RoomsInOrder.Contains).Distinct();

    private static IEnumerable<string> Uses(string project, string word) =>
        Files(project).Where(f => Regex.IsMatch(f.Code, $@"\b{Regex.Escape(word)}\b")).Select(f => f.Name);

    private static IEnumerable<SourceFile> Files(string folder)
    {
        var root = Path.Combine(Checkout.Root, "src");
        var found = Directory.GetFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".cs" or ".cshtml" or ".razor")
            .Select(f => (Path: f, Name: Path.GetRelativePath(root, f)))
            .Where(f => !f.Name.Split('/').Any(part => part is "bin" or "obj"))
            .Select(f => new SourceFile(f.Name, File.ReadAllText(f.Path))).ToList();
        Assert.NotEmpty(found);
        return found;
    }

    private sealed record SourceFile(string Name, string Text)
    {
        // Comments may name what code may not use.
        public string Code => string.Join('\n', Text.Split('\n').Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal)));
    }
}
