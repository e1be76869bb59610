using System.Globalization;
using System.Runtime.InteropServices;

namespace Analytics.Benchmarks;

/// <summary>What a figure was measured on.</summary>
internal sealed record Machine(int Cores, string Cpu, double MemoryGib, string System, string Runtime)
{
    public static Machine Read() => new(
        Environment.ProcessorCount,
        Field("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString(),
        Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024), 1),
        Field("/etc/os-release", "PRETTY_NAME")?.Trim('"') ?? RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription);

    /// <summary>How busy the machine was when the measure began: the number of running processes over the last minute.</summary>
    public static double? Load() => File.Exists("/proc/loadavg")
        ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture)
        : null;

    private static string? Field(string file, string name) => !File.Exists(file)
        ? null
        : File.ReadLines(file)
            .Select(line => line.Split([':', '='], 2, StringSplitOptions.TrimEntries))
            .FirstOrDefault(parts => parts.Length == 2 && parts[0] == name)?[1];
}
