using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Reports;
using Analytics.Models.Storage;
using Dapper;
using Npgsql;

namespace Analytics.Models.Rollups;

/// <summary>Tells the hold rules who a report's neighbours are, and keeps what they decide. Simulated reports have no neighbours and are never held.</summary>
public sealed class HoldStore(Database database)
{
    /// <summary>Why a person must look at <paramref name="report"/> before it counts; null where none must. Ask before it is kept, new or corrected.</summary>
    public async Task<HoldReason?> LookAsync(Report report, DateTimeOffset now, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        var rates = await RatesAsync(connection, report.Currency, stop);
        var seen = Arrival.Of(report, rates);
        var usual = await UsualAsync(connection, [seen.Work], stop);
        var others = (await ArrivalsAsync(connection, seen.Work, now, stop)).Where(a => a.Id != report.Id);
        var burst = Bursts.Find(others.Append(seen), usual.Of(seen.Work)).Contains(report.Id);
        var twins = await TwinsAsync(connection, [report], stop);
        return HoldRules.Look(report, seen, Around(seen, usual, twins, burst));
    }

    /// <summary>
    /// Looks again at reports that are about to be decided, by the cells of today, and writes down which must be looked at. Bursts are found by <see cref="SweepAsync"/>.
    /// </summary>
    /// <returns>The reports as they are now.</returns>
    public async Task<IReadOnlyList<Report>> LookAgainAsync(IReadOnlyList<Report> reports, ExchangeRates rates, CancellationToken stop)
    {
        var open = reports.Where(r => r is { Simulated: false, Hold: null, Review: null }).ToList();
        if (open.Count == 0)
            return reports;
        await using var connection = await database.ConnectAsync(stop);
        var seen = open.ToDictionary(r => r.Id, r => Arrival.Of(r, rates));
        var usual = await UsualAsync(connection, seen.Values.Select(a => a.Work).Distinct(), stop);
        var twins = await TwinsAsync(connection, open, stop);
        var why = open.Select(r => (r.Id, Why: HoldRules.Look(r, seen[r.Id], Around(seen[r.Id], usual, twins, burst: false))))
            .Where(x => x.Why is not null).ToDictionary(x => x.Id, x => x.Why);
        foreach (var reason in why.GroupBy(x => x.Value!.Value, x => x.Key))
            await HoldAsync(connection, [.. reason], reason.Key, stop);
        return [.. reports.Select(r => why.TryGetValue(r.Id, out var hold) ? r with { Hold = hold } : r)];
    }

    /// <summary>Looks for bursts among everything that came in within <see cref="Bursts.Longest"/>, also among what counts already, which then waits for a person.</summary>
    /// <returns>How many reports wait since now.</returns>
    public async Task<int> SweepAsync(ExchangeRates rates, DateTimeOffset now, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        var works = (await ArrivalsAsync(connection, null, rates, now, stop)).ToLookup(a => a.Work);
        if (works.Count == 0)
            return 0;
        var usual = await UsualAsync(connection, works.Select(w => w.Key), stop);
        var held = works.SelectMany(work => Bursts.Find(work, usual.Of(work.Key)).Intersect(work.Where(a => a.Open && a.At >= now - Bursts.Longest).Select(a => a.Id))).ToArray();
        await HoldAsync(connection, held, HoldReason.Burst, stop);
        return held.Length;
    }

    private static Surroundings Around(Arrival seen, Usuals usual, Twins twins, bool burst) => new(
        usual.Nearest(seen.Work), twins.SameWorker.Contains(seen.Id), twins.SameFigures.Contains(seen.Id), burst);

    // What counted is decided anew.
    private static Task<int> HoldAsync(NpgsqlConnection connection, string[] ids, HoldReason why, CancellationToken stop) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            with held as (update perjam.report set hold = @why where id = any(@ids) and hold is null and review is null returning id)
            delete from perjam.observation o using held where o.origin_kind = 'report' and o.origin = held.id
            """, new { ids, why = Term.Of(why) }, cancellationToken: stop));

    private static async Task<IReadOnlyList<Arrival>> ArrivalsAsync(NpgsqlConnection connection, Work work, DateTimeOffset now, CancellationToken stop) =>
        await ArrivalsAsync(connection, work, await RatesAsync(connection, null, stop), now, stop);

    // What is held or refused already has been set aside: it makes no neighbour, but a burst tells of more.
    private static async Task<IReadOnlyList<Arrival>> ArrivalsAsync(NpgsqlConnection connection, Work? work, ExchangeRates rates, DateTimeOffset now, CancellationToken stop)
    {
        var found = new List<Arrival>();
        object?[] since = [(now - Bursts.Longest - Bursts.Before).UtcDateTime, now.UtcDateTime];
        await foreach (var report in connection.StreamAsync<Report>(
            $"""
            select * from perjam.report
            where not simulated and coalesce(revised_at, received_at) > $1 and received_at <= $2 and review is distinct from 'refused' and (hold is null or hold = 'burst' or review = 'accepted')
              {(work is null ? "" : "and task_type = $3 and coalesce(platform, platform_name) = $4")}
            """,
            work is { } one ? [.. since, Term.Of(one.TaskType), one.Platform] : since, stop))
            found.Add(Arrival.Of(report, rates));
        return found;
    }

    private static async Task<ExchangeRates> RatesAsync(NpgsqlConnection connection, string? currency, CancellationToken stop) => new(
        currency == "USD" ? [] : await connection.ListAsync<ExchangeRate>("select * from perjam.exchange_rate where $1::text is null or currency = $1", [currency], stop));

    private static async Task<Usuals> UsualAsync(NpgsqlConnection connection, IEnumerable<Work> works, CancellationToken stop)
    {
        var keys = works.SelectMany(w => Usuals.Cells(w)).Select(c => c.ToString()).Distinct().ToArray();
        var rows = await connection.QueryAsync<(string Key, int N, double P25, double Median, double P75)>(new CommandDefinition(
            "select key, observations, p25, median, p75 from perjam.rollup where measure = 'paid-only' and key = any(@keys)", new { keys }, cancellationToken: stop));
        return new(rows.ToDictionary(r => r.Key, r => new UsualPay(r.N, r.P25, r.Median, r.P75)));
    }

    private static async Task<Twins> TwinsAsync(NpgsqlConnection connection, IReadOnlyList<Report> reports, CancellationToken stop)
    {
        const string Of = "o.month = r.month and o.task_type = r.task_type and coalesce(o.platform, o.platform_name) is not distinct from coalesce(r.platform, r.platform_name)";
        const string Before = "not o.simulated and o.review is distinct from 'refused' and (o.received_at, o.id) < (r.received_at, r.id)";
        const string Figures =
            """
            o.keyless and r.keyless and o.contributor <> r.contributor and o.pay = r.pay and o.currency = r.currency and o.unit = r.unit and o.paid_hours is not distinct from r.paid_hours
            and o.unpaid_hours is not distinct from r.unpaid_hours and o.costs is not distinct from r.costs and o.tasks is not distinct from r.tasks
            """;
        var (worker, figures) = (new HashSet<string>(), new HashSet<string>());
        foreach (var some in reports.Chunk(5_000))
        {
            await using var query = new NpgsqlCommand(
                $"""
                select r.id, exists (select 1 from perjam.report o where o.contributor = r.contributor and {Of} and {Before}), exists (select 1 from perjam.report o where {Figures} and {Of} and {Before})
                from jsonb_populate_recordset(null::perjam.report, $1) r
                """, connection);
            query.Parameters.Add(new() { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Jsonb, Value = System.Text.Json.JsonSerializer.Serialize(some, Rows.Json) });
            await using var reader = await query.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop))
            {
                if (reader.GetBoolean(1))
                    worker.Add(reader.GetString(0));
                if (reader.GetBoolean(2))
                    figures.Add(reader.GetString(0));
            }
        }

        return new(worker, figures);
    }

    /// <summary>Ids of reports that have an earlier twin.</summary>
    private sealed record Twins(IReadOnlySet<string> SameWorker, IReadOnlySet<string> SameFigures);

    /// <summary>Usual pay by the written keys of cells.</summary>
    private sealed record Usuals(IReadOnlyDictionary<string, UsualPay> ByCell)
    {
        /// <summary>The cell of <paramref name="work"/> and its parents, the nearest first.</summary>
        public static IEnumerable<Cell> Cells(Work work) => [new(work.Platform, work.TaskType, null, null, null), new(null, work.TaskType, null, null, null), default];

        public UsualPay? Of(Work work) => ByCell.GetValueOrDefault(Cells(work).First().ToString());

        public UsualPay? Nearest(Work work) => Cells(work).Select(c => ByCell.GetValueOrDefault(c.ToString())).FirstOrDefault(u => u is { Tells: true });
    }
}
