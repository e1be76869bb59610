using System.Diagnostics;

namespace Analytics.Models.Storage.PrivateServer;

/// <summary>Keeps what PostgreSQL's programs print in a file, and the last lines for a message.</summary>
internal sealed class ServerLog : IDisposable
{
    private const long LongestFile = 16 * 1024 * 1024;
    private const int TailLines = 6;

    private readonly Lock gate = new();
    private readonly Queue<string> tail = new();
    private readonly StreamWriter writer;

    public ServerLog(string path)
    {
        if (File.Exists(path) && new FileInfo(path).Length > LongestFile)
            File.Move(path, path + ".1", overwrite: true);
        writer = new StreamWriter(path, append: true) { AutoFlush = true };
    }

    /// <summary>The last lines, for a message on one line.</summary>
    public string Tail()
    {
        lock (gate)
            return string.Join(" | ", tail);
    }

    /// <summary>Reads both outputs of a program to their end.</summary>
    public Task FollowAsync(Process process)
    {
        lock (gate)
            tail.Clear();
        return Task.WhenAll(FollowAsync(process.StandardOutput), FollowAsync(process.StandardError));
    }

    public void Dispose()
    {
        lock (gate)
            writer.Dispose();
    }

    private async Task FollowAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
            Add(line);
    }

    private void Add(string line)
    {
        lock (gate)
        {
            tail.Enqueue(line.Trim());
            if (tail.Count > TailLines)
                tail.Dequeue();
            // A backend that outlives the server may print once more after we have closed.
            if (writer.BaseStream is not null)
                writer.WriteLine(line);
        }
    }
}
