using Analytics.Models.Claims;
using Analytics.Models.Platforms;

namespace Analytics.Benchmarks.Measures;

/// <summary>Part of 3.6: reading a text ten times as long takes at most 30 times as long, for pieces that once made it grow faster.</summary>
internal static class ReadingGrowth
{
    private const int Short = 300, Times = 10, MostGrowth = 30, Rounds = 5;

    private static readonly (string Name, string Piece)[] Pieces =
    [
        ("open_tag", "<a"), ("open_range", "$1 to "), ("open_link", "[x](y "), ("number_words", "a hundred "), ("open_unit", "Rp5 juta per "),
        ("claims", "I earned $5 on Uber. "), ("rows", "- $5 per task\n"), ("entity", "&nbsp"),
    ];

    public static IReadOnlyList<Figure> Figures(MeasureRun run, CancellationToken stop)
    {
        var reader = new ClaimReader([.. Catalogue.Load().Platforms.Select(p => new GazetteerEntry(p.Slug, p.Name, p.Aliases, p.TaskTypes))]);
        var figures = new List<Figure>();
        foreach (var (name, piece) in Pieces)
        {
            stop.ThrowIfCancellationRequested();
            // Each round does both, so that what else the machine does falls on both; the best of each counts.
            var (small, large) = (double.MaxValue, double.MaxValue);
            for (var round = 0; round < Rounds; round++)
            {
                small = Math.Min(small, Seconds(reader, piece, Short, run.Time));
                large = Math.Min(large, Seconds(reader, piece, Short * Times, run.Time));
            }

            figures.Add(new($"growth_{name}", Math.Round(large / small, 1), "times") { AtMost = MostGrowth });
            run.Log(FormattableString.Invariant($"  {name}: {small * 1000:0.0} ms, {large * 1000:0.0} ms"));
        }

        return figures;
    }

    private static double Seconds(ClaimReader reader, string piece, int times, TimeProvider time)
    {
        var article = Article.FromText(string.Concat(Enumerable.Repeat(piece, times)), "en");
        var began = time.GetTimestamp();
        reader.Read(article);
        return time.GetElapsedTime(began).TotalSeconds;
    }
}
