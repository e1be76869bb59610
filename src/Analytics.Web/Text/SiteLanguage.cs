namespace Analytics.Web.Text;

/// <summary>A language that the whole site is written in.</summary>
/// <param name="Code">ISO 639-1 code, as in addresses and in <c>lang</c>.</param>
/// <param name="OwnName">What its readers call it.</param>
/// <param name="Currency">ISO 4217 code of the money that its readers think in: its pages begin in it.</param>
public sealed record SiteLanguage(string Code, string OwnName, string Currency)
{
    public static readonly SiteLanguage English = new("en", "English", "USD");
    public static readonly SiteLanguage Indonesian = new("id", "Bahasa Indonesia", "IDR");

    public static IReadOnlyList<SiteLanguage> All { get; } = [English, Indonesian];

    /// <summary>The language of <paramref name="code"/>, or null when the site is not written in it.</summary>
    public static SiteLanguage? Find(string? code) => All.FirstOrDefault(language => language.Code == code);

    /// <summary>The language of an address: <c>/id/platforms/mturk</c> is Indonesian; null for addresses without one.</summary>
    public static SiteLanguage? OfPath(PathString path)
    {
        if (path.Value is not ['/', .. var rest])
            return null;
        var first = rest.AsSpan(0, rest.IndexOf('/') is var end and >= 0 ? end : rest.Length);
        foreach (var language in All)
        {
            if (first.SequenceEqual(language.Code))
                return language;
        }

        return null;
    }

    /// <summary>The language a browser asks for (<c>Accept-Language</c>), English where it asks for none of ours.</summary>
    public static SiteLanguage Wanted(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .Where(wanted => wanted.Quality is not 0)
            .OrderByDescending(wanted => wanted.Quality ?? 1)
            .Select(wanted => OfTag(wanted.Value.Value))
            .FirstOrDefault(language => language is not null) ?? English;

    // "in" is the code that Java-based phones still send for Indonesian.
    private static SiteLanguage? OfTag(string? tag) => tag?.Split('-')[0].ToLowerInvariant() switch
    {
        "id" or "in" => Indonesian,
        "en" => English,
        _ => null,
    };

    public override string ToString() => Code;
}
