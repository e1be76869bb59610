using System.Reflection;

namespace Analytics.Models;

/// <summary>The data files inside this assembly, by the names given in the project file.</summary>
internal static class Embedded
{
    private static readonly Assembly Home = typeof(Embedded).Assembly;

    /// <summary>Names that begin with <paramref name="prefix"/>, in order.</summary>
    public static IReadOnlyList<string> Names(string prefix) =>
        [.. Home.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The text of the file called <paramref name="name"/>.</summary>
    /// <exception cref="FileNotFoundException">There is none of that name.</exception>
    public static string Text(string name)
    {
        using var stream = Home.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"The data file {name} is not in {Home.GetName().Name}.", name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
