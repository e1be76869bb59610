namespace Analytics.Benchmarks.Measures;

/// <summary>5.3: what a page costs, kept and made anew, and how that grows with the reports. Rounds take turns, so that what else the machine does meets all alike.</summary>
internal static class PageSpeed
{
    private const int Connections = 32;
    private const int Rounds = 5;

    private static readonly int Few = DemonstrationSite.FewReports;
    private static readonly int Many = DemonstrationSite.ManyReports;
    private static readonly int Seconds = Setting.Of("PERJAM_WRK_SECONDS", 5);

    public static readonly Measure Measure = new("5.3",
        "A kept compare page against the same bytes from bare Kestrel; compare and estimate made anew on one connection, with 1,000,000 reports and with 10,000", RunAsync)
    {
        Packages = ["wrk"],
    };

    private static async Task<IReadOnlyList<Figure>> RunAsync(MeasureRun run, CancellationToken stop) =>
        [.. await KeptAsync(run, stop), .. await MadeAnewAsync(run, stop)];

    private static async Task<IReadOnlyList<Figure>> KeptAsync(MeasureRun run, CancellationToken stop)
    {
        await using var site = await DemonstrationSite.StartAsync(run, Many, cached: true, stop);
        return await KeptAsync("compare", new Uri(site.Address, MeasuredPages.All[MeasuredPages.Compare]), stop);
    }

    /// <summary>A kept answer against the same bytes from bare Kestrel.</summary>
    public static async Task<IReadOnlyList<Figure>> KeptAsync(string name, Uri page, CancellationToken stop)
    {
        await using var bare = await BareServer.StartAsync(page, stop);
        var rounds = await TakeTurnsAsync([page, bare.Address], Connections, stop);
        var (ours, theirs) = (Middle(rounds[page], r => r.RequestsASecond), Middle(rounds[bare.Address], r => r.RequestsASecond));
        return
        [
            new($"{name}_kept", Math.Round(ours), "requests a second"),
            new("bare_kestrel", Math.Round(theirs), "requests a second") { Note = $"the same bytes and headers, {Connections} connections, median of {Rounds} rounds by turns" },
            new($"{name}_kept_over_bare", Math.Round(ours / theirs, 3), "times") { AtLeast = 0.8 },
            new($"{name}_kept_failed", rounds.Values.Sum(all => all.Sum(r => r.Failed)), "answers") { AtMost = 0 },
        ];
    }

    private static async Task<IReadOnlyList<Figure>> MadeAnewAsync(MeasureRun run, CancellationToken stop)
    {
        await using var few = await DemonstrationSite.StartAsync(run, Few, cached: false, stop);
        await using var many = await DemonstrationSite.StartAsync(run, Many, cached: false, stop);
        var figures = new List<Figure>();
        foreach (var name in (string[])[MeasuredPages.Compare, MeasuredPages.Estimate])
        {
            var (small, large) = (new Uri(few.Address, MeasuredPages.All[name]), new Uri(many.Address, MeasuredPages.All[name]));
            var rounds = await TakeTurnsAsync([small, large], connections: 1, stop);
            var (atFew, atMany) = (Middle(rounds[small], r => r.MedianMs), Middle(rounds[large], r => r.MedianMs));
            figures.Add(new($"{name}_{Few}_reports", Math.Round(atFew, 2), "ms") { AtMost = 15 });
            figures.Add(new($"{name}_{Many}_reports", Math.Round(atMany, 2), "ms") { AtMost = 15 });
            figures.Add(new($"{name}_many_over_few", Math.Round(atMany / atFew, 3), "times") { AtMost = 1.2 });
            figures.Add(new($"{name}_failed", rounds.Values.Sum(all => all.Sum(r => r.Failed)), "answers") { AtMost = 0 });
        }

        return figures;
    }

    /// <summary>One round to warm up, then those that count.</summary>
    private static async Task<Dictionary<Uri, List<Wrk>>> TakeTurnsAsync(IReadOnlyList<Uri> addresses, int connections, CancellationToken stop)
    {
        var rounds = addresses.ToDictionary(address => address, _ => new List<Wrk>());
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var address in addresses)
            {
                var measured = await Wrk.RunAsync(address, connections, Seconds, stop);
                if (round > 0)
                    rounds[address].Add(measured);
            }
        }

        return rounds;
    }

    private static double Middle(IEnumerable<Wrk> rounds, Func<Wrk, double> of) => rounds.Select(of).Order().ElementAt(Rounds / 2);
}
