using System.Globalization;

namespace Analytics.Benchmarks;

/// <summary>Numbers of a measure that an environment variable may change, to try it with less.</summary>
internal static class Setting
{
    public static int Of(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
