using Analytics.Models.Money;
using Analytics.Models.Operations;
using Analytics.Web.Start;
using Analytics.Web.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Analytics.Web.Operations;

/// <summary>The operator's door: what it needs, and its address without a language.</summary>
internal static class OperationsSetup
{
    public static WebApplicationBuilder AddOperations(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<OperatorStore>();
        builder.Services.AddSingleton<SessionStore>();
        builder.Services.AddSingleton<AuditStore>();
        builder.Services.AddSingleton<ReviewStore>();
        builder.Services.AddSingleton<ExchangeRateStore>();
        builder.Services.AddSingleton<IPasswordHasher<string>>(new PasswordHasher<string>(Options.Create(new PasswordHasherOptions { IterationCount = Passwords.Rounds })));
        builder.Services.AddSingleton<Passwords>();
        builder.Services.AddSingleton<Guesses>();
        builder.Services.AddSingleton<Door>();
        return builder;
    }

    /// <summary><c>/operations…</c> leads to the same page in the reader's language.</summary>
    public static WebApplication MapOperations(this WebApplication app)
    {
        app.MapGet("/operations/{**page}", (string? page, HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers.Vary = "Accept-Language";
            return Results.Redirect($"/{SiteLanguage.Wanted(context.Request).Code}/operations{(string.IsNullOrEmpty(page) ? "" : "/" + Uri.EscapeDataString(page).Replace("%2F", "/", StringComparison.Ordinal))}{context.Request.QueryString}");
        }).ExcludeFromDescription();
        return app;
    }

    /// <summary>Prints the set-up link where there is no operator yet; among the other lines of the start.</summary>
    public static Task AnnounceDoorAsync(this WebApplication app, SiteArguments wanted, CancellationToken stop) => SetUpLink.PrintFirstAsync(
        app.Services.GetRequiredService<OperatorStore>(), wanted.Address(app.Configuration), app.Services.GetRequiredService<TimeProvider>(), Console.Error, stop);
}
