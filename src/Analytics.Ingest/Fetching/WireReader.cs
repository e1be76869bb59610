namespace Analytics.Ingest.Fetching;

/// <summary>Reads a body off the wire under the limits on size and speed.</summary>
internal sealed class WireReader(FetchRules rules, TimeProvider time)
{
    private const int ChunkBytes = 32 * 1024;

    /// <param name="body">The body as sent, still compressed.</param>
    /// <param name="cutAt">Reading ends quietly here; null where a body over the size limit is refused.</param>
    /// <param name="stop">The request's own limit on time.</param>
    /// <exception cref="RefusedException">Too large, or slower on average than the least speed.</exception>
    public async Task<byte[]> ReadAsync(Stream body, int? cutAt, CancellationToken stop)
    {
        var most = cutAt ?? rules.LargestBody;
        using var content = new MemoryStream();
        var chunk = new byte[ChunkBytes];
        var started = time.GetTimestamp();
        while (true)
        {
            var read = await ReadChunkAsync(body, chunk, started, content.Length, stop);
            if (read == 0)
                return content.ToArray();
            content.Write(chunk, 0, (int)Math.Min(read, most + 1 - content.Length));
            if (content.Length <= most)
                continue;
            return cutAt is null ? throw Unpacking.TooLarge(rules) : content.GetBuffer()[..most];
        }
    }

    private async Task<int> ReadChunkAsync(Stream body, byte[] chunk, long started, long soFar, CancellationToken stop)
    {
        var allowed = Math.Max(rules.SlowGrace.TotalSeconds, (double)soFar / rules.SlowestBytesPerSecond);
        var left = TimeSpan.FromSeconds(allowed) - time.GetElapsedTime(started);
        if (left <= TimeSpan.Zero)
            throw TooSlow(soFar);
        using var slow = new CancellationTokenSource(left, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(slow.Token, stop);
        try
        {
            return await body.ReadAsync(chunk, either.Token);
        }
        catch (OperationCanceledException) when (slow.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            throw TooSlow(soFar);
        }
    }

    private RefusedException TooSlow(long soFar) =>
        new(RefusalReason.TooSlow, $"it came slower than {rules.SlowestBytesPerSecond} bytes a second and was given up after {soFar} bytes");
}
