using Microsoft.Net.Http.Headers;

namespace Analytics.Web.Api;

/// <summary>The forms that an answer is given in.</summary>
internal sealed record ApiFormat(string Ending, string MediaType)
{
    public static readonly ApiFormat Json = new("json", "application/json");
    public static readonly ApiFormat Csv = new("csv", "text/csv");

    /// <summary>Every form; the first where the reader has no wish.</summary>
    public static IReadOnlyList<ApiFormat> All { get; } = [Json, Csv];

    /// <summary>The form that the ending of the address names, else the one that <c>Accept</c> likes best; null where it likes none.</summary>
    public static ApiFormat? Of(HttpRequest request)
    {
        foreach (var format in All)
        {
            if (request.Path.Value!.EndsWith($".{format.Ending}", StringComparison.OrdinalIgnoreCase))
                return format;
        }

        // What cannot be read as a wish is none.
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var wishes) || wishes.Count == 0)
            return Json;
        return All.Select(format => (Format: format, Liked: Liked(format, wishes))).Where(f => f.Liked > 0).OrderByDescending(f => f.Liked).Select(f => f.Format).FirstOrDefault();
    }

    // The closest wish says how much a form is liked: text/csv more than text/*, that more than */*.
    private static double Liked(ApiFormat format, IList<MediaTypeHeaderValue> wishes)
    {
        var own = new MediaTypeHeaderValue(format.MediaType);
        var closest = wishes.Where(own.IsSubsetOf).OrderBy(w => w.MatchesAllTypes).ThenBy(w => w.MatchesAllSubTypes).FirstOrDefault()
            // A charset may be named: the answer is in UTF-8 in any case.
            ?? wishes.FirstOrDefault(w => w.MediaType == format.MediaType);
        return closest is null ? 0 : closest.Quality ?? 1;
    }
}
