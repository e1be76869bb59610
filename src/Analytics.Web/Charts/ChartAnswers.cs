using System.Data.Common;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Text;

namespace Analytics.Web.Charts;

/// <summary>Reads a chart off a request, the same for files, embeds and pages. Nothing in an address is passed over: a name that is not known is a fault.</summary>
internal static class ChartAnswers
{
    // Names that every chart takes.
    private static readonly string[] Common = ["release", "currency", "lang", "theme"];

    /// <summary>The chart, or the answer that says why there is none: problem details, kept by nobody.</summary>
    /// <param name="more">Names that this answer takes beside those of every chart.</param>
    public static async Task<(Chart? Chart, IResult? Refused)> ReadAsync(HttpContext context, ChartForm form, IReadOnlyList<string> more, SiteLanguage? spoken = null)
    {
        // An address that is refused today may be right tomorrow.
        context.Response.Headers.CacheControl = "no-store";
        var query = context.Request.Query;
        var faults = QueryFaults.Unknown(query, [.. Common, .. form.Names, .. more], "this chart");
        var language = spoken ?? QueryFaults.Language(query, faults);
        if (language is null || faults.Count > 0)
            return (null, QueryFaults.Refused(faults));
        var (asked, status) = await Asked.ReadAsync(context, language);
        if (asked is null)
            return (null, QueryFaults.NotThere(status, Asked.Chosen(query, "currency")));
        try
        {
            var chart = await form.ReadAsync(new(asked.Frozen ? asked.AsReleased() : asked, query, faults), context.RequestAborted);
            return faults.Count > 0 || chart is null ? (null, QueryFaults.Refused(faults)) : (chart, null);
        }
        catch (DbException)
        {
            return (null, Results.Problem("The database does not answer; ask again in a few minutes.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "No chart just now"));
        }
    }

    /// <summary>The value of a name that is one of a list, the first where it is absent; null for another, which is a fault.</summary>
    public static string? OneOf(IQueryCollection query, string name, IReadOnlyList<string> known, IDictionary<string, string> faults)
    {
        var chosen = Asked.Chosen(query, name) ?? known[0];
        if (known.Contains(chosen))
            return chosen;
        faults[name] = QueryFaults.NotOneOf(name, chosen, known);
        return null;
    }

    /// <summary>The width of a drawing; null for what is no width, which is a fault.</summary>
    public static int? Width(IQueryCollection query, int usual, IDictionary<string, string> faults)
    {
        if (Asked.Chosen(query, "width") is not { } chosen)
            return usual;
        if (int.TryParse(chosen, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var width) && width is >= ChartSize.Least and <= ChartSize.Most)
            return width;
        faults["width"] = $"'{QueryFaults.Short(chosen)}' cannot be drawn; width is a whole number of pixels from {ChartSize.Least} to {ChartSize.Most}.";
        return null;
    }

    /// <summary>Says how long an answer holds: a frozen one for ever, a live one until the next release may be out.</summary>
    public static void Keep(HttpContext context, bool frozen) =>
        context.Response.Headers.CacheControl = frozen ? "public, max-age=31536000, immutable" : "public, max-age=300";
}
