using System.Diagnostics;
using System.Globalization;

namespace Analytics.Benchmarks;

/// <summary>Debian's nginx with its usual settings, serving a folder on loopback: what the site's files are held against.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private readonly Process process;
    private readonly string folder;

    private Nginx(Process process, string folder, Uri address) => (this.process, this.folder, Address) = (process, folder, address);

    /// <summary>Where the folder's files are.</summary>
    public Uri Address { get; }

    public static async Task<Nginx> StartAsync(string served, TimeProvider time, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("perjam-nginx-").FullName;
        var port = LoopbackPort.Free().ToString(CultureInfo.InvariantCulture);
        var settings = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(settings, $$"""
            {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
            worker_processes auto;
            pid {{folder}}/nginx.pid;
            error_log {{folder}}/error.log;
            events { worker_connections 768; }
            http {
              sendfile on;
              tcp_nopush on;
              access_log off;
              client_body_temp_path {{folder}}/body; proxy_temp_path {{folder}}/proxy; fastcgi_temp_path {{folder}}/fastcgi; uwsgi_temp_path {{folder}}/uwsgi; scgi_temp_path {{folder}}/scgi;
              server { listen 127.0.0.1:{{port}}; root {{served}}; }
            }
            """, stop);
        var nginx = new Nginx(Process.Start(new ProcessStartInfo("nginx", ["-c", settings, "-g", "daemon off;"]))!, folder, new Uri($"http://127.0.0.1:{port}/"));
        using var client = new HttpClient();
        for (var tries = 0; ; tries++)
        {
            try
            {
                await client.GetAsync(nginx.Address, stop);
                return nginx;
            }
            catch (HttpRequestException) when (tries < 100)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), time, stop);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await OtherProgram.AnswerAsync("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)], CancellationToken.None);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
