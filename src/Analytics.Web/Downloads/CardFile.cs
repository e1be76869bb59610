using System.Text.Json;
using Analytics.Models.Rollups;
using Analytics.Models.Storage;
using Analytics.Web.Http;
using Analytics.Web.Pages.ModelCards;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Text;

namespace Analytics.Web.Downloads;

/// <summary>The model card as JSON: <c>/methods/model-card.json</c> with <c>lang=</c> for its sentences and <c>release=</c>.</summary>
internal static class CardFile
{
    private static readonly JsonSerializerOptions Json = new(Rows.Json) { WriteIndented = true };

    public static string Address(Asked asked) => "/methods/model-card.json" + asked.FileQuery(("lang", asked.Text.Language.Code), ("currency", null));

    public static WebApplication MapModelCard(this WebApplication app)
    {
        app.MapRead("/methods/model-card.json", async (HttpContext context) =>
        {
            var faults = new Dictionary<string, string>();
            if (QueryFaults.Language(context.Request.Query, faults) is not { } language)
                return QueryFaults.Refused(faults);
            var (asked, status) = await Asked.ReadAsync(context, language);
            if (asked is null)
                return QueryFaults.NotThere(status, Asked.Chosen(context.Request.Query, "currency"));
            context.Response.Headers.CacheControl = "no-cache";
            return Results.Json(Content(asked), Json);
        }).CacheOutput(ReleaseCache.Policy);
        return app;
    }

    private static object Content(Asked asked) => new
    {
        Release = asked.Release.Head.Id,
        Language = asked.Text.Language.Code,
        Simulated = asked.Release.Head.Simulated,
        Title = asked.Text["card.title"],
        What = asked.Text["card.whatText"],
        IntendedUse = asked.Text["card.use"],
        NotFor = asked.Text["card.notFor"],
        Limits = asked.Text["card.limits"],
        Models = Enum.GetValues<PayMeasure>().Select(asked.Card).Select(card => new
        {
            card.Measure,
            Summary = asked.Sentences(card),
            Effects = card.Model?.Effects.Select(e => asked.Sentence(e.Effect)).ToList() ?? [],
            Card = card,
        }),
        AdvertGaps = asked.Release.Release.AdvertGaps,
    };
}
