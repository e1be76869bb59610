using System.Globalization;
using System.Text.Json;
using Analytics.Models.Claims;

namespace Analytics.Ingest.Pages;

/// <summary>Reads schema.org <c>JobPosting</c> things as offers. A posting without pay is an offer too, with no amounts.</summary>
internal static class JobOffers
{
    private const int LongestQuote = 400;

    private static readonly Lazy<Dictionary<string, string>> CountryCodes = new(() =>
        CultureInfo.GetCultures(CultureTypes.SpecificCultures)
            .Select(c => new RegionInfo(c.Name))
            .Where(r => r.TwoLetterISORegionName.Length == 2 && char.IsAsciiLetter(r.TwoLetterISORegionName[0]))
            .DistinctBy(r => r.EnglishName)
            .ToDictionary(r => r.EnglishName, r => r.TwoLetterISORegionName, StringComparer.OrdinalIgnoreCase));

    public static IReadOnlyList<JobOffer> Of(StructuredData data) => [.. data.OfType("JobPosting").Select(Offer).OfType<JobOffer>()];

    private static JobOffer? Offer(JsonElement posting)
    {
        if (StructuredData.Text(posting, "title") is not { } title)
            return null;
        var salary = StructuredData.Many(posting, "baseSalary").FirstOrDefault();
        var value = StructuredData.Many(salary, "value").FirstOrDefault();
        var quantity = value.ValueKind == JsonValueKind.Object ? value : salary;
        var single = Number(salary) ?? Number(value) ?? Property(quantity, "value");
        return new JobOffer(
            title, StructuredData.Text(posting, "hiringOrganization"),
            Property(quantity, "minValue") ?? single, Property(quantity, "maxValue") ?? single,
            StructuredData.Text(salary, "currency") ?? StructuredData.Text(quantity, "currency") ?? StructuredData.Text(posting, "salaryCurrency"),
            StructuredData.Text(quantity, "unitText") ?? StructuredData.Text(salary, "unitText"),
            PageDate.Parse(StructuredData.Text(posting, "validThrough")), Countries(posting), Quote(salary, title));
    }

    private static decimal? Property(JsonElement thing, string name) =>
        StructuredData.Many(thing, name).Select(Number).FirstOrDefault(n => n is not null);

    private static decimal? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDecimal(out var number) => number,
        // A thousands comma is common in hand-written postings; the standard knows only the point.
        JsonValueKind.String when decimal.TryParse(value.GetString(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static List<string> Countries(JsonElement posting)
    {
        var required = StructuredData.Many(posting, "applicantLocationRequirements").Select(Country).OfType<string>().Distinct().ToList();
        return required.Count > 0
            ? required
            : [.. StructuredData.Many(posting, "jobLocation").SelectMany(l => StructuredData.Many(l, "address"))
                .SelectMany(a => StructuredData.Many(a, "addressCountry")).Select(Country).OfType<string>().Distinct()];
    }

    // Two-letter code where the name is known, else the name as written.
    private static string? Country(JsonElement place)
    {
        var name = StructuredData.Text(place);
        if (name is null)
            return null;
        if (name.Length == 2)
            return name.ToUpperInvariant();
        return name.ToUpperInvariant() is "USA" or "UNITED STATES OF AMERICA" ? "US"
            : name.ToUpperInvariant() is "UK" or "GREAT BRITAIN" ? "GB"
            : CountryCodes.Value.GetValueOrDefault(name, name);
    }

    private static string Quote(JsonElement salary, string title)
    {
        var written = salary.ValueKind == JsonValueKind.Undefined ? title : WhiteSpace.Fold($"{title}: {salary.GetRawText()}");
        return written.Length > LongestQuote ? written[..LongestQuote] : written;
    }
}
