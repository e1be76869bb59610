using Analytics.Models.Storage;

namespace Analytics.Web.Http;

/// <summary>What a supervisor asks: <c>/healthz</c>, whether the program lives; <c>/readyz</c>, whether its database answers.</summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static WebApplication MapHealth(this WebApplication app)
    {
        app.MapRead("/healthz", () => Results.Text("live\n"));
        app.MapRead("/readyz", async (Database database, CancellationToken stop) => await database.AnswersAsync(Patience, stop)
            ? Results.Text("ready\n")
            : Results.Text("The database does not answer.\n", statusCode: StatusCodes.Status503ServiceUnavailable));
        return app;
    }
}
