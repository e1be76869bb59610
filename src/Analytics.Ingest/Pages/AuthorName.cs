using System.Text.RegularExpressions;

namespace Analytics.Ingest.Pages;

/// <summary>A byline's name without what stands around it: "By", "Oleh:", the date and hour after it, the author's handle.</summary>
internal static partial class AuthorName
{
    /// <summary>The name; null where the text is none: empty, an address, or too long for one.</summary>
    public static string? Of(string? byline)
    {
        var name = Tail().Replace(Prefix().Replace(WhiteSpace.Fold(byline ?? ""), ""), "").TrimEnd(' ', ',', '-', '–', '—');
        return name.Length is > 1 and < 100 && !Address().IsMatch(name) ? name : null;
    }

    [GeneratedRegex(@"^(https?:.*|[^\s@]+\.\p{L}{2,7})$", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"^\W*((written|posted|story)\s+by|by|par|ditulis\s+oleh|oleh|penulis|author)(\s*:\s*|\s+)", RegexOptions.IgnoreCase)]
    private static partial Regex Prefix();

    // A date begins with digits, or with the name of a month or a day and digits soon after it: "June Sunday" is a name.
    [GeneratedRegex("""
        ((\s*[|•·]|\s+[-–—@])\s*\S.*
        |[\s,]*(\b(on|published|updated|diperbarui)\b\W*)?
            (\b((mon|tues|wednes|thurs|fri|satur|sun)day|senin|selasa|rabu|kamis|jumat|sabtu|minggu
                |(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\p{L}*\.?)(?=[\s,]+(\p{L}+\.?\s+)?\d)
            |\d{1,4}[\s./:-]).*)$
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Tail();
}
