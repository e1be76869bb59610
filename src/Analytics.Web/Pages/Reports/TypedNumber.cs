using System.Globalization;
using Analytics.Web.Text;

namespace Analytics.Web.Pages.Reports;

/// <summary>Numbers as people type them, with the signs of either language: "1,234.50", "1.234,50", "500 000". <c>report.js</c> reads them in the same way.</summary>
public static class TypedNumber
{
    private const int MostDigits = 18;

    /// <summary>The number; null where it is none, or is negative.</summary>
    /// <param name="language">Decides where a single sign before three digits may be either: "1.500" is one and a half in English, and 1,500 in Indonesian.</param>
    public static decimal? Read(string typed, SiteLanguage language)
    {
        var text = string.Concat(typed.Where(c => !char.IsWhiteSpace(c)));
        var (point, comma) = (text.Count(c => c == '.'), text.Count(c => c == ','));
        var (digits, others) = (text.Count(char.IsAsciiDigit), text.Count(c => c is not ('.' or ',') && !char.IsAsciiDigit(c)));
        if (digits is 0 or > MostDigits || others > 0)
            return null;
        var last = text.LastIndexOfAny(['.', ',']);
        if (last < 0)
            return decimal.Parse(text, CultureInfo.InvariantCulture);
        var groups = language == SiteLanguage.Indonesian ? '.' : ',';
        var isDecimal = point > 0 && comma > 0 || (point + comma == 1 && (text.Length - last - 1 != 3 || text[last] != groups));
        var whole = isDecimal ? text[..last] : text;
        if (!IsGrouped(whole, isDecimal ? text[last] : null))
            return null;
        var fraction = isDecimal ? "." + text[(last + 1)..] : "";
        return decimal.Parse("0" + string.Concat(whole.Where(char.IsAsciiDigit)) + (fraction.Length > 1 ? fraction : ""), CultureInfo.InvariantCulture);
    }

    /// <summary>A number as somebody would type it.</summary>
    public static string Write(decimal value, SiteLanguage language) =>
        value.ToString("0.##########", CultureInfo.InvariantCulture).Replace('.', language == SiteLanguage.Indonesian ? ',' : '.');

    // One sign between groups, of three digits each after the first, and not the one that was taken for the decimal.
    private static bool IsGrouped(string whole, char? decimalSign)
    {
        var signs = whole.Where(c => !char.IsAsciiDigit(c)).Distinct().ToList();
        return signs.Count == 0 || (signs.Count == 1 && signs[0] != decimalSign && whole.Split(signs[0]) is [{ Length: > 0 and <= 3 }, .. var rest] && rest.All(g => g.Length == 3));
    }
}
