using System.Text;
using Analytics.Models.Releases;
using Analytics.Models.Storage;
using Analytics.Web.Downloads;
using Microsoft.Extensions.Logging.Abstractions;

namespace Analytics.Web.Tests.Downloads;

/// <summary>The files kept ready for sending.</summary>
public sealed class FileCacheTests
{
    private readonly Dictionary<string, byte[]> stored = [];
    private int copied;

    [Fact]
    public async Task A_file_is_had_once_and_kept()
    {
        using var cache = Cache(1 << 20);
        var file = Store("some content");
        Assert.Equal(["some content", "some content"], [await ReadAsync(cache, file), await ReadAsync(cache, file)]);
        // Also when what it came from is away.
        stored.Clear();
        Assert.Equal("some content", await ReadAsync(cache, file));
        Assert.Equal(1, copied);
    }

    [Fact]
    public async Task Many_who_ask_at_once_wait_for_one_filling()
    {
        var gate = new TaskCompletionSource();
        using var cache = Cache(1 << 20, gate.Task);
        var file = Store("some content");
        var readers = Enumerable.Range(0, 20).Select(_ => Task.Run(() => ReadAsync(cache, file))).ToList();
        gate.SetResult();
        Assert.All(await Task.WhenAll(readers), text => Assert.Equal("some content", text));
        Assert.Equal(1, copied);
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_does_not_end_it_for_others()
    {
        var gate = new TaskCompletionSource();
        using var cache = Cache(1 << 20, gate.Task);
        var file = Store("some content");
        using var gone = new CancellationTokenSource();
        var given = cache.OpenAsync(file, gone.Token);
        var other = ReadAsync(cache, file);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        gate.SetResult();
        Assert.Equal(("some content", 1), (await other, copied));
    }

    [Theory]
    [InlineData("some c0ntent")]
    [InlineData("some conten")]
    [InlineData("some content and more")]
    [InlineData("")]
    public async Task What_does_not_have_its_hash_is_never_given_out_nor_kept(string wrong)
    {
        using var cache = Cache(1 << 20);
        var file = Store("some content");
        stored[file.Sha256] = Encoding.UTF8.GetBytes(wrong);
        await Assert.ThrowsAsync<InvalidDataException>(() => cache.OpenAsync(file, CancellationToken.None));
        Assert.Empty(cache.Kept);
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.GetDirectoryName(cache.PathOf(file.Sha256))!), name => !name.EndsWith(".lock", StringComparison.Ordinal));
        // Put right, it is had.
        Store("some content");
        Assert.Equal("some content", await ReadAsync(cache, file));
    }

    [Fact]
    public async Task The_one_asked_for_longest_ago_gives_way_and_stays_readable_to_who_has_it_open()
    {
        using var cache = Cache(25);
        var (a, b, c) = (Store("ten bytes a"), Store("ten bytes b"), Store("ten bytes c"));
        await ReadAsync(cache, a);
        await using var open = await cache.OpenAsync(b, CancellationToken.None);
        await ReadAsync(cache, a);
        await ReadAsync(cache, c);
        Assert.Equal([a.Sha256, c.Sha256], cache.Kept);
        Assert.False(File.Exists(cache.PathOf(b.Sha256)));
        using var reader = new StreamReader(open);
        Assert.Equal("ten bytes b", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task A_file_larger_than_all_that_is_kept_is_sent_all_the_same()
    {
        using var cache = Cache(5);
        var file = Store("some content");
        Assert.Equal("some content", await ReadAsync(cache, file));
        Assert.Equal([file.Sha256], cache.Kept);
    }

    [Fact]
    public async Task What_was_tidied_away_is_had_again_and_nothing_is_left_at_the_end()
    {
        string folder;
        using (var cache = Cache(1 << 20))
        {
            var file = Store("some content");
            await ReadAsync(cache, file);
            File.Delete(cache.PathOf(file.Sha256));
            Assert.Equal(("some content", 2), (await ReadAsync(cache, file), copied));
            folder = Path.GetDirectoryName(cache.PathOf(file.Sha256))!;
            Assert.True(Directory.Exists(folder));
        }

        Assert.False(Directory.Exists(folder));
    }

    private ReleaseFile Store(string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var sha256 = Key.OfContent(bytes);
        stored[sha256] = bytes;
        return new("rates.csv", sha256, bytes.Length, 1);
    }

    private FileCache Cache(long most, Task? gate = null) => new(async (sha256, to, stop) =>
    {
        Interlocked.Increment(ref copied);
        await (gate ?? Task.CompletedTask);
        await to.WriteAsync(stored[sha256], stop);
    }, most, NullLogger<FileCache>.Instance, CancellationToken.None);

    private static async Task<string> ReadAsync(FileCache cache, ReleaseFile file)
    {
        await using var open = await cache.OpenAsync(file, CancellationToken.None);
        using var reader = new StreamReader(open);
        return await reader.ReadToEndAsync();
    }
}
