using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Analytics.Models.Releases;
using Analytics.Models.Releases.Datasets;

namespace Analytics.Web.Downloads;

/// <summary>
/// Files of releases on this machine's disk, named by their hash, ready to be sent: filled from the database when first asked for, the one asked for longest ago given up when there
/// are more than <c>Site:FileCacheMegabytes</c> of them, gone when the site stops. What does not have the hash that it should have is never kept and so never sent.
/// </summary>
public sealed class FileCache : IDisposable
{
    /// <summary>Megabytes that are kept where nothing else is said.</summary>
    public const int UsualMegabytes = 1024;

    private const string Prefix = "perjam-files-", Unfinished = ".part";

    private readonly Func<string, Stream, CancellationToken, Task> copy;
    private readonly ILogger<FileCache> log;
    private readonly long most;
    private readonly CancellationToken stopping;
    private readonly Lazy<DatasetFolder> folder = new(() => DatasetFolder.Create(Prefix));
    private readonly Lock gate = new();
    private readonly Dictionary<string, Task> filling = [];

    // The one asked for longest ago first.
    private readonly List<(string Sha256, long Bytes)> kept = [];

    public FileCache(ReleaseFileStore store, IConfiguration settings, IHostApplicationLifetime lifetime, ILogger<FileCache> log)
        : this(store.CopyAsync, Megabytes(settings) << 20, log, lifetime.ApplicationStopping)
    {
    }

    /// <param name="copy">Writes the content with a hash to a stream.</param>
    /// <param name="most">Bytes to keep at most; one file is kept however large it is.</param>
    internal FileCache(Func<string, Stream, CancellationToken, Task> copy, long most, ILogger<FileCache> log, CancellationToken stopping) =>
        (this.copy, this.most, this.log, this.stopping) = (copy, most, log, stopping);

    /// <summary>The hashes of the files kept, the one asked for longest ago first.</summary>
    internal IReadOnlyList<string> Kept
    {
        get
        {
            lock (gate)
                return [.. kept.Select(k => k.Sha256)];
        }
    }

    /// <summary>Opens a file for reading. It stays readable to whoever has it open, also after it has been given up.</summary>
    /// <exception cref="InvalidDataException">The content that is stored is not what the release promised.</exception>
    /// <exception cref="DbException">It is not here, and the database is away.</exception>
    public async Task<FileStream> OpenAsync(ReleaseFile file, CancellationToken stop)
    {
        while (true)
        {
            Task filled;
            lock (gate)
            {
                if (Find(file.Sha256) is { } open)
                    return open;
                if (!filling.TryGetValue(file.Sha256, out filled!))
                    filling[file.Sha256] = filled = Task.Run(() => FillAsync(file), CancellationToken.None);
            }

            // Whoever gives up waiting does not end it for the others.
            await filled.WaitAsync(stop);
        }
    }

    /// <summary>Where a file is or would be.</summary>
    internal string PathOf(string sha256) => Path.Combine(folder.Value.Path, sha256);

    public void Dispose()
    {
        if (folder.IsValueCreated)
            folder.Value.Dispose();
    }

    private FileStream? Find(string sha256)
    {
        var at = kept.FindIndex(k => k.Sha256 == sha256);
        if (at < 0)
            return null;
        var found = kept[at];
        kept.RemoveAt(at);
        try
        {
            // Read in large pieces, each as it is.
            var open = new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
            kept.Add(found);
            return open;
        }
        catch (FileNotFoundException)
        {
            // Somebody tidied up the temporary files: it is had once more.
            return null;
        }
    }

    private async Task FillAsync(ReleaseFile file)
    {
        var (path, part) = (PathOf(file.Sha256), PathOf(file.Sha256) + Unfinished);
        try
        {
            await WriteAsync(file, part);
            File.Move(part, path, overwrite: true);
        }
        catch (Exception)
        {
            File.Delete(part);
            lock (gate)
                filling.Remove(file.Sha256);
            throw;
        }

        lock (gate)
        {
            filling.Remove(file.Sha256);
            kept.Add((file.Sha256, file.Bytes));
            while (kept.Count > 1 && kept.Sum(k => k.Bytes) > most)
            {
                File.Delete(PathOf(kept[0].Sha256));
                kept.RemoveAt(0);
            }
        }
    }

    private async Task WriteAsync(ReleaseFile file, string path)
    {
        using var hash = SHA256.Create();
        long bytes;
        await using (var to = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16))
        {
            await using var hashed = new CryptoStream(to, hash, CryptoStreamMode.Write, leaveOpen: true);
            await copy(file.Sha256, hashed, stopping);
            await hashed.FlushFinalBlockAsync(stopping);
            bytes = to.Length;
        }

        if (bytes == file.Bytes && Convert.ToHexStringLower(hash.Hash!) == file.Sha256)
            return;
        log.LogError("The database holds {Bytes} bytes of {Name} that do not have its hash {Sha256}: it is not sent.", bytes, file.Name, file.Sha256);
        throw new InvalidDataException($"The content of {file.Name} is not what the release promised.");
    }

    private static long Megabytes(IConfiguration settings) => settings["Site:FileCacheMegabytes"] switch
    {
        null => UsualMegabytes,
        var told when long.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes) && megabytes is > 0 and < 1 << 20 => megabytes,
        var told => throw new ArgumentException($"Site:FileCacheMegabytes is '{told}'; it is a whole number of megabytes from 1, such as {UsualMegabytes}."),
    };
}
