using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Analytics.Ingest.Pages;

/// <summary>The language of a page and the country it is published in, as it states them or its address tells.</summary>
internal static class PageLanguage
{
    private static readonly FrozenSet<string> English = Set("the of and to in is that for it was on are with as at be this have from they you not but were");
    private static readonly FrozenSet<string> Indonesian = Set("yang dan di dari untuk dengan pada ini itu tidak dalam akan juga adalah bisa oleh saya atau sudah karena ke ada kamu");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> EnglishSpan = English.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> IndonesianSpan = Indonesian.GetAlternateLookup<ReadOnlySpan<char>>();

    // Country domains sold to everyone tell nothing.
    private static readonly FrozenSet<string> NotCountries = Set("io co me tv ai to ly fm gg cc ws am so sh ac la is it be in im nu st vc gl vg ms sc pw bz mn tk ml ga cf gq eu id.me");
    private static readonly FrozenSet<string> Countries = Set("in it be is co");

    public static string? Of(IDocument page, Dictionary<string, string> metas)
    {
        var stated = page.DocumentElement.GetAttribute("lang") ?? page.DocumentElement.GetAttribute("xml:lang")
            ?? metas.GetValueOrDefault("content-language") ?? metas.GetValueOrDefault("dc.language") ?? metas.GetValueOrDefault("language") ?? metas.GetValueOrDefault("lang") ?? metas.GetValueOrDefault("og:locale");
        var code = stated?.Split('-', '_', ',')[0].Trim().ToLowerInvariant();
        // "in" is what Indonesian was called before 1989, and what Java still writes.
        return code switch { "in" => "id", { Length: 2 } when code.All(char.IsAsciiLetter) => code, _ => null };
    }

    /// <summary>English or Indonesian by their commonest words; null for any other or too little text.</summary>
    public static string? Recognise(IEnumerable<string> texts)
    {
        const int enough = 2_000, longest = 6;
        var (english, indonesian, words) = (0, 0, 0);
        Span<char> lower = stackalloc char[longest];
        foreach (var text in texts)
        {
            foreach (var part in text.AsSpan().Split(' '))
            {
                if (++words > enough)
                    break;
                var word = text.AsSpan()[part];
                if (word.Length > longest)
                    continue;
                word.ToLowerInvariant(lower);
                english += EnglishSpan.Contains(lower[..word.Length]) ? 1 : 0;
                indonesian += IndonesianSpan.Contains(lower[..word.Length]) ? 1 : 0;
            }
        }

        words = Math.Min(words, enough);
        var (most, least) = (Math.Max(english, indonesian), Math.Min(english, indonesian));
        return words >= 10 && most >= words * 0.08 && most > 2 * least ? most == english ? "en" : "id" : null;
    }

    public static string? CountryOf(IDocument page, Dictionary<string, string> metas, Uri? address)
    {
        var domain = address?.IdnHost.Split('.')[^1].ToLowerInvariant();
        if (domain is { Length: 2 } && (!NotCountries.Contains(domain) || Countries.Contains(domain) && IsSecondLevel(address!)))
            return domain == "uk" ? "GB" : domain.ToUpperInvariant();
        var locale = metas.GetValueOrDefault("og:locale") ?? page.DocumentElement.GetAttribute("lang");
        return locale?.Split('-', '_') is [_, { Length: 2 } region] && region.All(char.IsAsciiLetter) ? region.ToUpperInvariant() : null;
    }

    // example.co.in is Indian; example.in may be anyone's.
    private static bool IsSecondLevel(Uri address) => address.IdnHost.Split('.') is { Length: >= 3 } parts && parts[^2] is "co" or "com" or "org" or "net" or "gov" or "ac";

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
