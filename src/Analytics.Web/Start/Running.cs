using Analytics.Models.Storage;

namespace Analytics.Web.Start;

/// <summary>Where the site listens, what it keeps its data in, and how it ends.</summary>
internal static class Running
{
    /// <summary>Listens on this machine alone; what stands before it speaks to the world.</summary>
    public static WebApplicationBuilder AddLoopback(this WebApplicationBuilder builder, int port)
    {
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        return builder;
    }

    public static WebApplicationBuilder AddStorage(this WebApplicationBuilder builder, StorageSession storage)
    {
        builder.Services.AddSingleton(storage.Database);
        builder.Services.AddSingleton(TimeProvider.System);
        return builder;
    }

    /// <summary>Runs until a signal, or until the database server is gone for good.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunUntilAsync(this WebApplication app, Task<string> serverLost, CancellationToken stop)
    {
        await app.StartAsync(stop);
        await using var onStop = stop.Register(app.Lifetime.StopApplication);
        var stopping = app.WaitForShutdownAsync(CancellationToken.None);
        if (await Task.WhenAny(stopping, serverLost) == stopping)
            return 0;
        await Console.Error.WriteLineAsync(await serverLost);
        await app.StopAsync(CancellationToken.None);
        return 1;
    }
}
