using System.Diagnostics;
using System.Globalization;
using Analytics.Models;
using Analytics.Models.Evidence;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Storage;

namespace Analytics.Benchmarks.Measures;

/// <summary>8.3: files against nginx, a streamed extract against psql, and what a publication of a million reports takes. Rounds take turns.</summary>
internal static class DatasetSpeed
{
    private const int Rounds = 5, Connections = 4, Seconds = 5, Seed = 83;
    private static readonly int Rows = Setting.Of("PERJAM_ROWS", 1_000_000);

    public static async Task<IReadOnlyList<Figure>> RunAsync(MeasureRun run, CancellationToken stop)
    {
        var folder = Directory.CreateDirectory(Path.Combine("/var/tmp", $"perjam-measures-{Environment.UserName}", $"dataset-{Environment.ProcessId}")).FullName;
        try
        {
            return [.. await ServedAsync(run, folder, stop), .. await PublishedAsync(run, stop)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<Figure>> ServedAsync(MeasureRun run, string folder, CancellationToken stop)
    {
        await using var storage = await StorageSession.OpenAsync(new() { DataRoot = folder }, stop);
        run.Log($"  publishing {Rows} rows ...");
        var (head, _) = await new ReleaseStore(storage.Database).PublishAsync(Made(), run.Time.GetUtcNow(), stop);
        var (files, name) = (new ReleaseFileStore(storage.Database), "reports.csv");
        var file = (await files.FindAsync(head.Id, name, stop))!;
        var served = Directory.CreateDirectory(Path.Combine(folder, "served")).FullName;
        await using (var to = File.Create(Path.Combine(served, name)))
            await files.CopyAsync(file.Sha256, to, stop);

        var port = LoopbackPort.Free();
        await using var site = RunningSite.StartBuilt(run.Repository, ["--data", folder, "--port", port.ToString(CultureInfo.InvariantCulture)], []);
        var ours = new Uri($"http://127.0.0.1:{port}/s/{head.Id}/{name}");
        await site.FirstPageAsync(ours, run.Time, stop);
        await using var nginx = await Nginx.StartAsync(served, run.Time, stop);
        return [.. await FilesAsync(ours, new Uri(nginx.Address, name), file.Bytes, stop), .. await ExtractsAsync(storage, ours, Path.Combine(served, name), site, stop)];
    }

    private static async Task<IReadOnlyList<Figure>> FilesAsync(Uri ours, Uri theirs, long bytes, CancellationToken stop)
    {
        var rates = new Dictionary<Uri, List<double>> { [ours] = [], [theirs] = [] };
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var (address, all) in rates)
            {
                var measured = await Wrk.RunAsync(address, Connections, Seconds, stop);
                if (round > 0)
                    all.Add(measured.RequestsASecond * bytes / (1 << 20));
            }
        }

        return Compare("file", "nginx", Middle(rates[ours]), Middle(rates[theirs]), 0.8);
    }

    private static async Task<IReadOnlyList<Figure>> ExtractsAsync(StorageSession storage, Uri table, string csv, RunningSite site, CancellationToken stop)
    {
        var columns = (await File.ReadLinesAsync(csv, stop).FirstAsync(stop)).Split(',');
        await PsqlAsync(storage, $"create table public.measured ({string.Join(", ", columns.Select(c => $"{c} text"))})", stop);
        await PsqlAsync(storage, $"\\copy public.measured from '{csv}' with (format csv, header)", stop);
        var extract = new Uri($"{table}?kind=self-report");
        var counted = (await OtherProgram.AnswerAsync("bash", ["-c", "curl -s \"$0\" | wc -lc", extract.ToString()], stop)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (rows, bytes) = (double.Parse(counted[0], CultureInfo.InvariantCulture) - 1, double.Parse(counted[1], CultureInfo.InvariantCulture));
        var (before, most) = (site.MemoryMb(), 0.0);
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var took = (await TimedAsync(() => OtherProgram.AnswerAsync("curl", ["-s", "-o", "/dev/null", extract.ToString()], stop)),
                await TimedAsync(() => PsqlAsync(storage, "\\copy (select * from public.measured where kind = 'self-report') to '/dev/null' with (format csv, header)", stop)));
            most = Math.Max(most, site.MemoryMb());
            if (round == 0)
                continue;
            ours.Add(bytes / (1 << 20) / took.Item1);
            theirs.Add(bytes / (1 << 20) / took.Item2);
        }

        return
        [
            new("extract_rows", rows, "rows") { AtLeast = Rows },
            .. Compare("extract", "psql", Middle(ours), Middle(theirs), 0.5),
            new("extract_memory_growth", Math.Round(Math.Max(0, most - before)), "MiB") { AtMost = 100, Note = "the working set; the extract is streamed" },
        ];
    }

    private static async Task<IReadOnlyList<Figure>> PublishedAsync(MeasureRun run, CancellationToken stop)
    {
        string folder;
        await using (var site = await DemonstrationSite.StartAsync(run, DemonstrationSite.ManyReports, cached: true, stop))
            folder = site.Folder;
        await using (var storage = await StorageSession.OpenAsync(new() { DataRoot = folder, Demo = true }, stop))
        await using (var connection = await storage.Database.ConnectAsync(stop))
        await using (var forget = connection.CreateCommand())
        {
            // As before the first release: what is closed is to be published whole.
            forget.CommandText = "truncate perjam.release, perjam.release_file, perjam.release_object, perjam.release_part, perjam.cell_version, perjam.earlier_version, perjam.leaving_version, perjam.leaving cascade";
            await forget.ExecuteNonQueryAsync(stop);
        }

        var program = Path.Combine(run.Repository, "src", "Analytics.Ingest", "bin", "Release", "net10.0", "Analytics.Ingest.dll");
        var (code, said) = await OtherProgram.ResultAsync("env", ["-u", "ConnectionStrings__Analytics", "time", "-f", "%M %e", "dotnet", program, "release", "publish", "--demo", "--data", folder], stop);
        if (code != 0)
            throw new InvalidOperationException($"release publish failed: {said}");
        var told = said.Trim().Split('\n')[^1].Split(' ');
        return
        [
            new("publish_reports", DemonstrationSite.ManyReports, "reports"),
            new("publish_s", double.Parse(told[1], CultureInfo.InvariantCulture), "s") { AtMost = 60 },
            new("publish_memory", Math.Round(double.Parse(told[0], CultureInfo.InvariantCulture) / 1024), "MiB") { AtMost = 1024, Note = "largest resident set of the process" },
        ];
    }

    private static Figure[] Compare(string what, string peer, double ours, double theirs, double least) =>
    [
        new($"{what}_ours", Math.Round(ours), "MiB/s"), new($"{what}_{peer}", Math.Round(theirs), "MiB/s"), new($"{what}_over_{peer}", Math.Round(ours / theirs, 3), "times") { AtLeast = least },
    ];

    private static double Middle(List<double> all) => all.Order().ElementAt(Rounds / 2);

    private static async Task<double> TimedAsync(Func<Task<string>> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static Task<string> PsqlAsync(StorageSession storage, string command, CancellationToken stop)
    {
        var connection = new Npgsql.NpgsqlConnectionStringBuilder(storage.ConnectionString);
        return OtherProgram.AnswerAsync("psql", ["-q", "-h", connection.Host!, "-p", connection.Port.ToString(CultureInfo.InvariantCulture), "-U", connection.Username!, "-d", connection.Database!, "-c", command], stop);
    }

    private static Release Made()
    {
        var random = new Random(Seed);
        var (platforms, countries, none) = (Catalogue.Load().Platforms.Select(p => p.Slug).ToArray(), new[] { "ID", "IN", "US", "PH", "KE" }, new SortedDictionary<string, string>());
        return new()
        {
            Head = new("", 0, default, Simulated: true),
            Platforms = [],
            Figures = [],
            Claims = [],
            Statements = [],
            Cells = [],
            Checks = [],
            AdvertGaps = [],
            ModelCards = [],
            Personal = [],
            WorkHours = [],
            ExchangeRates = [],
            MinimumWages = [],
            Reports = [.. Enumerable.Range(0, Rows).Select(_ => new ReportRow
            {
                Quarter = new(2024 + random.Next(2), 1 + (3 * random.Next(4)), 1),
                Platform = platforms[random.Next(platforms.Length)],
                TaskType = (TaskType)random.Next(Enum.GetValues<TaskType>().Length),
                Country = countries[random.Next(countries.Length)],
                Tier = EvidenceTier.C,
                Kind = FigureKind.SelfReport,
                PaidOnly = Math.Round((decimal)Math.Exp(2 + random.NextDouble()), 1),
                Blank = none,
            })],
        };
    }
}
