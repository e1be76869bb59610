using System.Data.Common;
using System.Text;
using System.Text.Json;
using Analytics.Models.Storage;
using Analytics.Web.Http;
using Analytics.Web.Releases;
using Analytics.Web.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Net.Http.Headers;

namespace Analytics.Web.Embeds;

/// <summary>
/// Sentences to embed: <c>/e/{id}</c> shows one, in any frame, and <c>/e/{id}/status.json</c> says how its figure stands (<see cref="SentenceStatus"/>).
/// Nothing is kept in the output cache: a correction must be seen within minutes.
/// </summary>
internal static class SentenceEndpoints
{
    // A page in an article may lag a little; a program that asks wants to know.
    private const string PageKept = "public, max-age=300";
    private const string StatusKept = "public, max-age=60";

    // What is wrong now may be right in a minute.
    private const string NotKept = "no-cache";

    private static readonly JsonSerializerOptions Json = new(Rows.Json) { WriteIndented = true };

    public static WebApplicationBuilder AddSentences(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PublishedLog>();
        builder.Services.AddSingleton<SentenceReader>();
        return builder;
    }

    public static WebApplication MapSentences(this WebApplication app)
    {
        app.MapRead("/e/{id}", PageAsync);
        app.MapRead("/e/{id}/status.json", StatusAsync);
        return app;
    }

    private static async Task<IResult> PageAsync(string id, HttpContext context, SentenceReader sentences, LatestRelease releases, IServiceProvider services, ILoggerFactory logs)
    {
        var (shown, fault) = await FindAsync(id, sentences, releases, context.RequestAborted);
        var site = SiteAddress.Of(context);
        var view = shown is not null ? SentenceView.Of(shown, site)
            : SentenceView.Without(SiteText.Of(SentenceId.Find(id)?.Language ?? SiteLanguage.Wanted(context.Request)), Word(fault), site);
        context.Response.Headers.ContentSecurityPolicy = SentenceStyle.Policy;
        if (shown is null)
            context.Response.Headers.Vary = "Accept-Language";
        await using var renderer = new HtmlRenderer(services, logs);
        var page = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<SentencePage>(
            ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(SentencePage.View)] = view }))).ToHtmlString());
        return Answer(context, page, "text/html; charset=utf-8", shown is null ? fault : null, shown?.Standing is null ? NotKept : PageKept);
    }

    private static async Task<IResult> StatusAsync(string id, HttpContext context, SentenceReader sentences, LatestRelease releases)
    {
        var (shown, fault) = await FindAsync(id, sentences, releases, context.RequestAborted);
        // Whoever asks from another page may read the answer: nothing in it is of one reader.
        context.Response.Headers.AccessControlAllowOrigin = "*";
        if (shown is not null && SentenceStatus.Of(shown, SiteAddress.Of(context)) is { } status)
            return Answer(context, JsonSerializer.Serialize(status, Json) + "\n", "application/json; charset=utf-8", null, StatusKept);
        var word = Word(shown is null ? fault : StatusCodes.Status503ServiceUnavailable);
        var text = SiteText.Of(SiteLanguage.English);
        context.Response.Headers.CacheControl = NotKept;
        return Results.Problem(text[$"sentence.{word}.text"], title: text[$"sentence.{word}.title"], statusCode: shown is null ? fault : StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>The sentence, or the status that says why there is none.</summary>
    private static async Task<(ShownSentence? Shown, int Fault)> FindAsync(string id, SentenceReader sentences, LatestRelease releases, CancellationToken stop)
    {
        if (SentenceId.Find(id) is not { } found)
            return (null, StatusCodes.Status400BadRequest);
        if (releases.Current is null)
            return (null, StatusCodes.Status503ServiceUnavailable);
        try
        {
            return (await sentences.FindAsync(found, stop), StatusCodes.Status404NotFound);
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            return (null, StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static string Word(int fault) => fault switch { StatusCodes.Status400BadRequest => "malformed", StatusCodes.Status404NotFound => "missing", _ => "away" };

    private static IResult Answer(HttpContext context, string content, string type, int? fault, string kept)
    {
        context.Response.Headers.CacheControl = kept;
        var bytes = Encoding.UTF8.GetBytes(content);
        return fault is { } status
            ? Results.Text(bytes, type, status)
            : Results.Bytes(bytes, type, entityTag: new EntityTagHeaderValue($"\"{Key.OfContent(bytes)[..32]}\""));
    }
}
