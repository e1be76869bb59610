using System.Globalization;
using Analytics.Models;
using Analytics.Models.Platforms;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Releases;

namespace Analytics.Web.Pages.Estimates;

/// <summary>What a reader tells of the work they think of; the state of the page, and all of it in the address.</summary>
public sealed record EstimateChoice
{
    /// <summary>Hours a week where none are told.</summary>
    public const decimal UsualHours = 10;

    public const decimal LeastHours = 0.5m, MostHours = 100;

    /// <summary>Null before anything was chosen.</summary>
    public TaskType? Task { get; init; }

    /// <summary>Catalogue slug; null for any platform.</summary>
    public string? Platform { get; init; }

    public ExperienceBand? Experience { get; init; }

    /// <summary>What an expert is an expert of.</summary>
    public Expertise? Expertise { get; init; }

    /// <summary>ISO 3166 two-letter code.</summary>
    public string? Country { get; init; }

    /// <summary>Province or state, as the minimum wages write it.</summary>
    public string? Region { get; init; }

    /// <summary>Hours a week that the reader wishes to work.</summary>
    public decimal Hours { get; init; } = UsualHours;

    /// <summary>Reads the choice of a query. A value that is not known is a fault, never passed over.</summary>
    /// <param name="faults">Receives one sentence by name for each value that is not known.</param>
    public static EstimateChoice Read(IQueryCollection query, ShownRelease release, IDictionary<string, string> faults)
    {
        var country = Chosen.Country(query, faults);
        return new()
        {
            Task = Chosen.Term<TaskType>(query, "task", faults),
            Platform = Chosen.Platforms(query, release.Release, faults) is [var platform, ..] ? platform : null,
            Experience = Chosen.Term<ExperienceBand>(query, "experience", faults),
            Expertise = Chosen.Term<Expertise>(query, "expertise", faults),
            Country = country,
            Region = RegionOf(query, country, release, faults),
            Hours = HoursOf(query, faults),
        };
    }

    /// <summary>The choice as a query; what is the default is left out.</summary>
    public (string Name, string? Value)[] ToQuery() =>
    [
        ("task", Task is { } task ? Term.Of(task) : null),
        ("platform", Platform),
        ("experience", Experience is { } band ? Term.Of(band) : null),
        ("expertise", Expertise is { } field ? Term.Of(field) : null),
        ("country", Country),
        ("region", Region),
        ("hours", Hours == UsualHours ? null : Hours.ToString(CultureInfo.InvariantCulture)),
    ];

    // A form without script still sends the province of the country that was chosen before: it goes with its country.
    private static string? RegionOf(IQueryCollection query, string? country, ShownRelease release, IDictionary<string, string> faults)
    {
        var region = Asked.Chosen(query, "region");
        if (region is null || country is null || !release.RegionsOf(country).Any())
            return null;
        if (release.RegionsOf(country).Contains(region))
            return region;
        if (release.Release.MinimumWages.Any(w => w.Region == region))
            return null;
        faults["region"] = QueryFaults.NotOneOf("region", region, release.RegionsOf(country));
        return null;
    }

    private static decimal HoursOf(IQueryCollection query, IDictionary<string, string> faults)
    {
        var told = Asked.Chosen(query, "hours");
        if (told is null)
            return UsualHours;
        // A reader may write a comma, as Indonesian does.
        if (decimal.TryParse(told.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) && hours is >= LeastHours and <= MostHours)
            return hours;
        faults["hours"] = $"'{told}' cannot be used; hours is a number from {LeastHours.ToString(CultureInfo.InvariantCulture)} to {MostHours}.";
        return UsualHours;
    }
}
