using Analytics.Models.Estimates;

namespace Analytics.Models.Tests.Estimates;

/// <summary>Tables of pay with known effects: what tests/Analytics.Benchmarks/Estimates/generate.py writes, number for number; it says how they are made.</summary>
internal sealed record GeneratedPay
{
    public static readonly GeneratedPay Balanced = new()
    {
        Name = "balanced",
        Seed = 1,
        Rows = 1200,
        Platforms = 6,
        Tasks = 10,
        Bands = 4,
        Countries = 5,
        Power = 0,
    };

    public static readonly GeneratedPay Unbalanced = new()
    {
        Name = "unbalanced",
        Seed = 2,
        Rows = 3800,
        Platforms = 8,
        Tasks = 12,
        Bands = 5,
        Countries = 20,
        Power = 1,
    };

    public static readonly GeneratedPay Nested = new()
    {
        Name = "nested",
        Seed = 3,
        Rows = 10000,
        Platforms = 12,
        Tasks = 6,
        Bands = 5,
        Countries = 40,
        Power = 2,
        OfPlatform = 0.4,
        OfTask = 0.3,
        OfPlatformTask = 0,
        OfTaskCountry = 0.2,
        OfError = 0.5,
    };

    public required string Name { get; init; }
    public required ulong Seed { get; init; }
    public required int Rows { get; init; }
    public required int Platforms { get; init; }
    public required int Tasks { get; init; }
    public required int Bands { get; init; }
    public required int Countries { get; init; }
    public required int Power { get; init; }
    public double OfPlatform { get; init; } = 0.3;
    public double OfTask { get; init; } = 0.4;
    public double OfCountry { get; init; } = 0.25;
    public double OfPlatformTask { get; init; } = 0.2;
    public double OfTaskCountry { get; init; } = 0.15;
    public double OfError { get; init; } = 0.4;

    public IEnumerable<PayRow> All()
    {
        for (var i = 0; i < Rows; i++)
        {
            var (p, t, e, c) = Name == "balanced"
                ? (i / (Countries * Bands * Tasks) % Platforms, i / (Countries * Bands) % Tasks, i / Countries % Bands, i % Countries)
                : (Pick(1, i, Platforms), Pick(2, i, Tasks), Pick(3, i, Bands), Pick(4, i, Countries));
            if (Name == "unbalanced" && (7 * p + 3 * t) % 5 == 0)
                continue;
            yield return new()
            {
                Hourly = double.Parse(Math.Exp(Middle(p, t, e, c) + OfError * Normal(20, i)).ToString("F6", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture),
                Contributor = $"w{i}",
                Platform = $"platform-{p:00}",
                TaskType = Name == "nested" ? $"task-{p:00}-{t:00}" : $"task-{t:00}",
                Experience = $"band-{e}",
                Country = $"country-{c:00}",
            };
        }
    }

    private double Middle(int p, int t, int e, int c)
    {
        var task = Name == "nested" ? Tasks * p + t : t;
        return 2 + 0.125 * e + OfPlatform * Normal(11, p) + OfTask * Normal(12, task) + OfCountry * Normal(13, c)
            + OfPlatformTask * Normal(14, p * Tasks + t) + OfTaskCountry * Normal(15, task * Countries + c);
    }

    private double Normal(ulong stream, int at)
    {
        var sum = 0UL;
        for (var j = 0; j < 12; j++)
            sum += Draw(stream, 12 * at + j) >> 32;
        return (2 * sum + 12) / Math.Pow(2, 33) - 6;
    }

    private int Pick(ulong stream, int at, int count)
    {
        var shares = new ulong[count];
        var sum = 0UL;
        for (var k = 0; k < count; k++)
            shares[k] = sum += (ulong)(1_000_000 / (int)Math.Pow(k + 1, Power));
        var drawn = Draw(stream, at) % sum;
        return Array.FindIndex(shares, share => drawn < share);
    }

    private ulong Draw(ulong stream, int at) => Mix(Mix((Seed << 32) + stream) + ((ulong)at + 1) * 0x9E3779B97F4A7C15UL);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
