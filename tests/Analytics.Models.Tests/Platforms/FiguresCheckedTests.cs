using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Platforms;
using Xunit;

namespace Analytics.Models.Tests.Platforms;

/// <summary>Every row of the published facts we began with became something, or was dropped for a reason, and the shipped tables say which.</summary>
public sealed class FiguresCheckedTests
{
    private static readonly Catalogue Catalogue = Catalogue.Load();

    private static readonly IReadOnlyList<CheckedRow> Rows = CsvTable.Read(
        "figures_checked.csv", Embedded.Text("catalogue/figures_checked.csv"),
        ["row", "platform", "figure_kind", "outcome", "target", "reason"],
        line => new CheckedRow(line.IntOrNull("row")!.Value, line.Text("platform"), line.Text("figure_kind"), line.Text("outcome"), line.TextOrNull("target"), line.Text("reason")));

    private static readonly IReadOnlyList<KindRow> Kinds = CsvTable.Read(
        "figure_kinds.csv", Embedded.Text("catalogue/figure_kinds.csv"),
        ["figure_kind", "becomes", "kind", "tier", "statistic", "basis", "reason"],
        line => new KindRow(line.Text("figure_kind"), line.List("becomes"), line.List("kind"), line.List("tier"), line.List("statistic"), line.List("basis")));

    [Fact]
    public void Rows_are_numbered_without_a_gap() => Assert.Equal(Enumerable.Range(1, 125), Rows.Select(r => r.Row));

    [Fact]
    public void Every_row_leads_to_something_that_exists() => Assert.All(Rows, row => Assert.True(Exists(row), $"row {row.Row}: {row.Outcome} {row.Target}"));

    [Fact]
    public void Every_figure_shipped_from_them_has_its_row()
    {
        var shipped = FigureFile.Read("published.csv", Embedded.Text("catalogue/figures/published.csv")).Select(f => f.Id);
        Assert.Equal(shipped.Order(), Rows.Where(r => r.Outcome == "figure").Select(r => r.Target!).Distinct().Order());
    }

    [Fact]
    public void The_table_of_kinds_agrees_with_the_rows()
    {
        Assert.Equal(Rows.Select(r => r.FigureKind).Distinct().Order(), Kinds.Select(k => k.FigureKind).Order());
        Assert.All(Kinds, kind =>
        {
            var rows = Rows.Where(r => r.FigureKind == kind.FigureKind).ToList();
            var figures = rows.Where(r => r.Outcome == "figure").Select(r => Catalogue.Figures.Single(f => f.Id == r.Target)).ToList();
            Assert.Equal(rows.Select(r => r.Outcome).Distinct().Order(), kind.Becomes.Order());
            Assert.Equal(Words(figures, f => f.Kind), kind.Kinds.Order());
            Assert.Equal(Words(figures, f => f.Tier), kind.Tiers.Order());
            Assert.Equal(Words(figures, f => f.Statistic), kind.Statistics.Order());
            Assert.Equal(Words(figures, f => f.Basis), kind.Bases.Order());
        });
    }

    [Fact]
    public void The_rows_are_those_of_the_shared_file()
    {
        var file = Shared("data/reference/published_facts.csv");
        Assert.SkipWhen(file is null, "the shared data is not beside this checkout");
        string[] columns = ["platform", "task_type", "figure_kind", "amount_min", "amount_max", "currency", "unit", "country", "year", "n", "source_title", "source_url"];
        var given = CsvTable.Read("published_facts.csv", File.ReadAllText(file), columns, line => (line.Text("platform"), line.Text("figure_kind")));
        Assert.Equal(given, Rows.Select(r => (r.Platform, r.FigureKind)));
    }

    private static bool Exists(CheckedRow row) => row.Outcome switch
    {
        "figure" => Catalogue.Figures.Any(f => f.Id == row.Target),
        "statement" => row.Target?.Split('/') is [var slug, var topic]
            && Catalogue.Find(slug)!.Statements.Any(s => s.Topic == Term.Parse<StatementTopic>(topic)),
        "reference" => row.Target?.Split('/') is [var country, .. var region]
            && MinimumWages.Shipped().All.Any(w => w.Country == country && w.Region == region.FirstOrDefault()),
        "dropped" => row.Target is null,
        _ => false,
    };

    private static IEnumerable<string> Words<T>(IEnumerable<PublishedFigure> figures, Func<PublishedFigure, T> word) where T : struct, Enum =>
        figures.Select(f => Term.Of(word(f))).Distinct().Order();

    /// <summary>A file of the data folder beside the checkout; null where there is none.</summary>
    private static string? Shared(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "..", "shared", path);
            if (File.Exists(Path.Combine(folder.FullName, "Analytics.sln")))
                return File.Exists(file) ? file : null;
        }

        return null;
    }

    private sealed record CheckedRow(int Row, string Platform, string FigureKind, string Outcome, string? Target, string Reason);

    private sealed record KindRow(
        string FigureKind, IReadOnlyList<string> Becomes, IReadOnlyList<string> Kinds, IReadOnlyList<string> Tiers,
        IReadOnlyList<string> Statistics, IReadOnlyList<string> Bases);
}
