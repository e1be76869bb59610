namespace Analytics.Models.Reports.Trackers;

/// <summary>
/// Reads what trackers, extensions and platforms let workers export. Values in, values out; the file is read three times from its beginning (bytes, habits,
/// sums) and never held as a whole. Names, titles, ids and free text are looked at to tell the kind of work and repeated rows, and go no further.
/// </summary>
public static class Tracker
{
    private const int RowsToSniff = 200;
    private const int RowsBetweenReports = 2_000;

    /// <summary>Whether amounts in a currency of that code can be read.</summary>
    public static bool KnowsCurrency(string code) => code.Length == 3 && Amount.CurrencyOf(code) is { } known && known.Equals(code, StringComparison.OrdinalIgnoreCase);

    /// <summary>The columns that a list of one's own can have (docs/importing.md).</summary>
    public static IReadOnlyList<string> TableColumns => PlainTable.Fields;

    /// <summary>What kind of file it is, by its content; null for none that is known.</summary>
    /// <param name="file">A stream that can be read again from its beginning; it stays open.</param>
    /// <exception cref="TrackerException">It is no text, packed, too large or broken.</exception>
    public static TrackerFormat? Sniff(Stream file, TrackerLimits? limits = null, CancellationToken stop = default)
    {
        limits ??= new();
        return Sniff(file, FileLook.At(file, limits, stop), new(), limits)?.Format;
    }

    /// <summary>Reads <paramref name="file"/>.</summary>
    /// <param name="file">A stream that can be read again from its beginning; it stays open.</param>
    /// <param name="options">What the sender says of it.</param>
    /// <param name="progress">Told how far it is, 0 to 1.</param>
    /// <exception cref="TrackerException">The file as a whole cannot be read; the message says where and what to do.</exception>
    public static TrackerReading Read(Stream file, TrackerOptions options, TrackerLimits? limits = null, IProgress<double>? progress = null, CancellationToken stop = default)
    {
        limits ??= new();
        var look = FileLook.At(file, limits, stop);
        var format = options.Format ?? Sniff(file, look, options, limits)?.Format ?? throw new TrackerException(new(TrackerFault.UnknownFormat, 0));
        var habits = new Habits();
        var reading = new Reading(file, look, limits, progress, stop);
        reading.Each(Layouts(options).First(l => l.Format == format), habits, options, 0.2, (_, _, _) => { });
        var layout = Layouts(options).First(l => l.Format == format);
        var seen = new Preview(limits, new MonthSums(limits, layout.HasGaps));
        reading.Each(layout, habits, options, 0.6, seen.Add);
        return seen.Finish(format, look.Hash);
    }

    // The ones that are told by more come first.
    private static IEnumerable<Layout> Layouts(TrackerOptions options) =>
    [
        new MturkSuiteBackup(), new HitDatabase(), new BatchResults(), new ProlificExport(), new UpworkStatement(), new HitHistory(),
        new WorkerEarnings(), new ShiftLog(), new TimeEntries(), new TripLog(), new PlainTable(options),
    ];

    private static Layout? Sniff(Stream file, FileLook look, TrackerOptions options, TrackerLimits limits)
    {
        using var rows = SourceRows.Open(file, look, limits);
        if (options.Map.Count > 0)
            return new PlainTable(options);
        for (var row = 0; row < RowsToSniff; row++)
        {
            if (Layouts(options).FirstOrDefault(l => l.Fits(rows)) is { } fits)
                return fits;
            if (!rows.Read())
                return null;
        }

        return null;
    }

    /// <summary>Goes through the rows of a file.</summary>
    private sealed class Reading(Stream file, FileLook look, TrackerLimits limits, IProgress<double>? progress, CancellationToken stop)
    {
        public void Each(Layout layout, Habits habits, TrackerOptions options, double share, Action<int, TrackedWork, TrackerProblem?> add)
        {
            using var rows = SourceRows.Open(file, look, limits);
            var view = new RowView(rows, habits, options);
            for (var row = 0; rows.Read(); row++)
            {
                if (row == 0)
                    CheckColumns(layout, rows);
                if (row == limits.MostRows)
                    throw new TrackerException(new(TrackerFault.TooManyRows, rows.Line));
                if (row % RowsBetweenReports == 0)
                {
                    stop.ThrowIfCancellationRequested();
                    progress?.Report(share + (0.4 * file.Position / file.Length));
                }

                view.Begin();
                add(rows.Line, layout.Read(view), view.Problem);
            }
        }

        private static void CheckColumns(Layout layout, SourceRows rows)
        {
            foreach (var (field, columns) in layout.Needs)
            {
                if (!columns.Any(rows.Has) && rows is CsvRows)
                    throw new TrackerException(new(TrackerFault.NoColumn, rows.Line > 1 ? 1 : rows.Line, 0, field));
            }
        }
    }

    /// <summary>Keeps what is shown of a file while its sums grow.</summary>
    private sealed class Preview(TrackerLimits limits, MonthSums sums)
    {
        private readonly List<(int Line, TrackedWork Work, LeftOut? LeftOut)> first = [];
        private readonly List<TrackerProblem> problems = [];
        private readonly Dictionary<LeftOut, int> leftOut = [];
        private int rows;

        public void Add(int line, TrackedWork work, TrackerProblem? problem)
        {
            rows++;
            if (problem is { } wrong && problems.Count < limits.PreviewProblems)
                problems.Add(wrong);
            var why = problem is null ? sums.Add(work) : LeftOut.Problem;
            if (why is { } reason)
                Count(reason, 1);
            if (first.Count < limits.PreviewLines)
                first.Add((line, problem is null ? work : TrackedWork.Left(LeftOut.Problem), why));
        }

        public TrackerReading Finish(TrackerFormat format, string hash)
        {
            var (done, noTime, noPay) = sums.Finish();
            Count(LeftOut.NoTime, noTime);
            Count(LeftOut.NoPay, noPay);
            return new()
            {
                Format = format,
                FileHash = hash,
                Rows = rows,
                Counted = rows - leftOut.Values.Sum(),
                LeftOut = leftOut,
                Lines = [.. first.Select(f => Shown(f.Line, f.Work, f.LeftOut ?? sums.After(f.Work)))],
                Problems = problems,
                Sums = done,
            };
        }

        private void Count(LeftOut why, int n)
        {
            if (n > 0)
                leftOut[why] = leftOut.GetValueOrDefault(why) + n;
        }

        private static TrackerLine Shown(int line, TrackedWork work, LeftOut? why)
        {
            if (work.LeftOut is not null)
                return new(line, null, null, null, null, null, null, null, null, why);
            var paid = work.Outcome is Outcome.Paid or Outcome.Waiting;
            var minutes = work.Time is { } time ? Math.Round((decimal)time.TotalMinutes, 1) : (decimal?)null;
            var told = work.Unpaid is { } unpaid ? Math.Round((decimal)unpaid.TotalMinutes, 1) : (decimal?)null;
            return new(
                line, work.Date, work.SharedCosts ? null : work.Task, work.Platform, work.Currency, work.SharedCosts ? null : paid ? work.Pay : work.Bonus ?? 0, work.Costs,
                paid ? minutes : null, paid ? told : minutes is null ? told : minutes + (told ?? 0), why);
        }
    }
}
