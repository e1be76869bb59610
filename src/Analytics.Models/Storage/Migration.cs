using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Analytics.Models.Storage;

/// <summary>One numbered change of the database's shape: a file <c>NNNN_name.sql</c>. Once applied anywhere it never changes again.</summary>
/// <param name="Name">The file's name, <c>0001_sources.sql</c>.</param>
/// <param name="Sql">Its statements; they run in one transaction.</param>
public sealed partial record Migration(string Name, string Sql)
{
    private const string ResourceFolder = "migrations/";

    /// <summary>The number at the head of the name: the order in which migrations are applied.</summary>
    public int Number { get; } = FileName().Match(Name) is { Success: true } match
        ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
        : throw new ArgumentException($"The migration '{Name}' is not named NNNN_name.sql (lower-case letters, digits, underscores).", nameof(Name));

    /// <summary>SHA-256 of the text, in hexadecimal; line ends count as LF, since a checkout may change them.</summary>
    public string Checksum { get; } =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.Replace("\r\n", "\n", StringComparison.Ordinal))));

    /// <summary>The migrations built into this program, in order.</summary>
    public static IReadOnlyList<Migration> BuiltIn()
    {
        var assembly = typeof(Migration).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourceFolder, StringComparison.Ordinal))
            .Select(name => new Migration(name[ResourceFolder.Length..], Read(assembly, name)))
            .OrderBy(migration => migration.Number)];
    }

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^(\d{4})_[a-z0-9_]+\.sql$")]
    private static partial Regex FileName();
}
