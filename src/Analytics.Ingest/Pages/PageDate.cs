using System.Globalization;

namespace Analytics.Ingest.Pages;

internal static class PageDate
{
    /// <summary>The date a machine-readable attribute gives, as the page's own clock had it (no shift to UTC); null when it gives none.</summary>
    public static DateOnly? Parse(string? text)
    {
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed))
            return null;
        if (trimmed.Length >= 10 && DateOnly.TryParseExact(trimmed.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return Plausible(date);
        return DateTimeOffset.TryParse(trimmed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? Plausible(DateOnly.FromDateTime(moment.DateTime))
            : null;
    }

    // The web began in 1991; zero dates of content systems lie before.
    private static DateOnly? Plausible(DateOnly date) => date.Year is >= 1991 and < 2100 ? date : null;
}
