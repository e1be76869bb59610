using System.Globalization;
using Analytics.Models.Evidence;
using CsvHelper;

namespace Analytics.Models.Estimates;

/// <summary>A row of a table that was left out, and why.</summary>
/// <param name="Line">Line of the file, the header's being 1.</param>
/// <param name="Reason">A sentence that names the field.</param>
public sealed record RefusedRow(int Line, string Reason);

/// <summary>A row of a table as it was given.</summary>
/// <param name="Number">1 for the first row after the header.</param>
public sealed record NumberedRow(int Number, PayRow Pay);

/// <summary>
/// A researcher's table of pay. Columns <c>hourly_usd</c>, <c>contributor</c>, <c>platform</c>, <c>task_type</c>, <c>experience</c>, <c>country</c>, and where there
/// are any <c>expertise</c>, <c>year</c>, <c>tier</c> (A to D), <c>weight</c>, <c>basis</c>, <c>n</c>, <c>sd</c>; others are passed over, missing or empty ones are "not told".
/// </summary>
public sealed class PayTable
{
    /// <summary>USD an hour that are believed (METHOD.md §2, the robust gate).</summary>
    public const double Least = 0.05, Most = 500;

    private readonly List<NumberedRow> _rows = [];
    private readonly List<RefusedRow> _refused = [];

    public IReadOnlyList<NumberedRow> Rows => _rows;

    public IReadOnlyList<RefusedRow> Refused => _refused;

    /// <summary>A table of <paramref name="rows"/>, numbered from 1.</summary>
    public static PayTable Of(IEnumerable<PayRow> rows)
    {
        var table = new PayTable();
        table._rows.AddRange(rows.Select((row, i) => new NumberedRow(i + 1, row)));
        return table;
    }

    /// <summary>Reads a table; rows that say something impossible are listed in <see cref="Refused"/>.</summary>
    /// <param name="text">UTF-8, comma-separated, with a header.</param>
    /// <param name="needsPay">Whether the rows' pay is read; where not, it is 1.</param>
    /// <exception cref="PayTableException">It is no such table.</exception>
    public static PayTable Read(Stream text, bool needsPay = true)
    {
        using var reader = CsvReader.Create(text, new CsvReaderOptions { TrackLineNumbers = true });
        try
        {
            reader.ReadHeader();
            var table = new PayTable();
            var line = new PayLine(reader, needsPay);
            for (var number = 1; reader.Read(); number++)
                table.Add(number, line);
            return table;
        }
        catch (CsvFormatException fault)
        {
            throw new PayTableException($"Line {reader.LineNumber}: {fault.Message}");
        }
    }

    private void Add(int number, PayLine line)
    {
        try
        {
            _rows.Add(new(number, line.Read()));
        }
        catch (FormatException fault)
        {
            _refused.Add(new(line.Number, fault.Message));
        }
    }

    /// <summary>The fields of a table's present line.</summary>
    private sealed class PayLine(CsvReader reader, bool needsPay)
    {
        private static readonly string[] Told = ["platform", "task_type", "experience", "country", "expertise", "year", "tier", "basis"];

        private readonly Dictionary<string, int> _columns = Columns(reader.Headers, needsPay);

        // Words repeat: one string for each keeps a million rows small.
        private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

        public int Number => checked((int)reader.LineNumber);

        public PayRow Read()
        {
            if (reader.FieldCount != reader.Headers.Count)
                throw new FormatException($"{reader.FieldCount} fields where the header has {reader.Headers.Count}. Is a quotation mark left open?");
            // A figure of one worker is that worker's pay.
            var workers = Workers() is var many and > 1 ? many : null;
            return new()
            {
                Hourly = Pay(workers is not null),
                Contributor = Text("contributor"),
                Platform = Word("platform"),
                TaskType = Word("task_type"),
                Experience = Word("experience"),
                Country = Word("country"),
                Expertise = Word("expertise"),
                Year = Word("year"),
                Period = Word("year"),
                Method = Method(),
                Weight = Weight() * TierWeight(),
                Workers = workers,
            };
        }

        // The first of columns of one name; names as people write them.
        private static Dictionary<string, int> Columns(IReadOnlyList<string> headers, bool needsPay)
        {
            var columns = headers.Index().Select(h => (h.Index, Name: h.Item.Trim().ToLowerInvariant())).DistinctBy(h => h.Name).ToDictionary(h => h.Name, h => h.Index);
            if (needsPay && !columns.ContainsKey("hourly_usd"))
                throw new PayTableException($"Line 1: no column hourly_usd; the columns are {string.Join(", ", headers)}.");
            if (!needsPay && !Told.Any(columns.ContainsKey))
                throw new PayTableException($"Line 1: none of the columns {string.Join(", ", Told)}; there is nothing to predict from.");
            return columns;
        }

        private double Pay(bool isOfMany)
        {
            if (!needsPay)
                return 1;
            var pay = Decimal("hourly_usd") ?? throw new FormatException("hourly_usd is empty.");
            if (pay is < Least or > Most)
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"hourly_usd is {pay}; pay between {Least} and {Most} USD an hour is taken."));
            // A mean with its standard deviation: the median of the lognormal that has both.
            var deviation = isOfMany ? Decimal("sd") ?? 0 : 0;
            var median = deviation < 0 ? throw new FormatException("sd is below 0.") : pay / Math.Sqrt(1 + deviation * deviation / (pay * pay));
            return median >= Least ? median : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"sd is {deviation}: with so large a one the median of such pay is below {Least} USD an hour."));
        }

        private int? Workers() => Decimal("n") switch
        {
            null => null,
            var n when n >= 1 && n <= 10_000_000 && Math.Floor(n.Value) == n => (int)n,
            var n => throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"n is {n}; it takes a whole number of workers.")),
        };

        private double Weight() => Decimal("weight") switch
        {
            null => 1,
            var weight and >= 1e-6 and <= 1e6 => weight.Value,
            var weight => throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"weight is {weight}; it takes a number from 0.000001 to 1000000.")),
        };

        private double TierWeight() => Text("tier").ToUpperInvariant() is { Length: > 0 } tier ? Tiers.Weight(Tier(tier)) : 1;

        private static EvidenceTier Tier(string text) => text switch
        {
            "A" => EvidenceTier.A,
            "B" => EvidenceTier.B,
            "C" => EvidenceTier.C,
            "D" => EvidenceTier.D,
            _ => throw new FormatException($"tier is '{text}'; it takes A, B, C or D."),
        };

        private string Method() => (Text("tier").ToUpperInvariant(), Text("basis")) is var (tier, basis) && tier.Length + basis.Length == 0 ? "" : Pooled($"{tier}/{basis}");

        private double? Decimal(string column) => Text(column) is not { Length: > 0 } text ? null
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value
            : throw new FormatException($"{column} is '{text}'; it takes a number such as 12.5.");

        private string Word(string column) => Pooled(Text(column));

        private string Pooled(string text)
        {
            if (_words.TryGetValue(text, out var word))
                return word;
            _words.Add(text, text);
            return text;
        }

        private string Text(string column) => _columns.TryGetValue(column, out var index) ? (reader.GetString(index) ?? "").Trim() : "";
    }
}

/// <summary>What a row's evidence tier makes of its weight.</summary>
public static class Tiers
{
    /// <summary>The inverse of the variance beside a document seen: A 1, B 1/1.05, C 1/1.22, D 1/1.5 (METHOD.md §2; self-report reliability 0.82, Bound and Krueger, 1991).</summary>
    /// <exception cref="ArgumentOutOfRangeException">An advert tells no one's pay.</exception>
    public static double Weight(EvidenceTier tier) => tier switch
    {
        EvidenceTier.A => 1,
        EvidenceTier.B => 1 / 1.05,
        EvidenceTier.C => 1 / 1.22,
        EvidenceTier.D => 1 / 1.5,
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, "Only tiers A to D tell what a person was paid."),
    };
}
