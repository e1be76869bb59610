using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Analytics.Models.Money;

/// <summary>
/// Reads the European Central Bank's daily reference rates (<c>eurofxref-daily.xml</c>: a <c>Cube</c> with <c>time</c>,
/// holding one <c>Cube</c> with <c>currency</c> and <c>rate</c> per currency, in units per euro) and turns them to units per dollar.
/// </summary>
public static class EcbDaily
{
    /// <summary>Where the rates are published.</summary>
    public static readonly Uri Address = new("https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml");

    private const string Source = "European Central Bank, reference rate of ";

    /// <summary>The rates of <paramref name="xml"/>, each marked with the day it was set; the euro among them.</summary>
    /// <exception cref="FormatException">It is not such a file, or it lacks the dollar.</exception>
    public static IReadOnlyList<ExchangeRate> Read(string xml)
    {
        var day = Parse(xml).Descendants().FirstOrDefault(IsDay)
            ?? throw new FormatException("The exchange rate file has no Cube element with a time: it is not the bank's daily file.");
        var date = Date(day);
        var perEuro = day.Elements().Select(cube => (Currency: Attribute(cube, "currency"), Rate: Rate(cube))).ToList();
        if (perEuro.FirstOrDefault(c => c.Currency == "USD").Rate is not (> 0 and var dollar))
            throw new FormatException($"The exchange rates of {date:yyyy-MM-dd} lack the US dollar.");
        var month = new DateOnly(date.Year, date.Month, 1);
        return [.. perEuro.Where(c => c.Currency != "USD").Append((Currency: "EUR", Rate: 1m))
            .Select(c => new ExchangeRate(month, c.Currency, c.Rate / dollar, Source + date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))];
    }

    private static XDocument Parse(string xml)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using var reader = XmlReader.Create(new StringReader(xml), settings);
            return XDocument.Load(reader);
        }
        catch (XmlException fault)
        {
            throw new FormatException($"The exchange rate file is not XML: {fault.Message}", fault);
        }
    }

    private static bool IsDay(XElement element) => element.Name.LocalName == "Cube" && element.Attribute("time") is not null;

    private static DateOnly Date(XElement day) =>
        DateOnly.TryParseExact(Attribute(day, "time"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
            : throw new FormatException($"The exchange rate file's time '{Attribute(day, "time")}' is not a date.");

    private static decimal Rate(XElement cube) =>
        decimal.TryParse(Attribute(cube, "rate"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate > 0 ? rate
            : throw new FormatException($"The exchange rate '{Attribute(cube, "rate")}' of {Attribute(cube, "currency")} is not a number above 0.");

    private static string Attribute(XElement element, string name) =>
        element.Attribute(name)?.Value ?? throw new FormatException($"A Cube element of the exchange rate file has no {name}.");
}
