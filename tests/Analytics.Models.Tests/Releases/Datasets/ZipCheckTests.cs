using System.IO.Compression;
using System.Text;
using Analytics.Models.Releases;
using Analytics.Models.Releases.Datasets;
using Analytics.Models.Storage;
using Xunit;

namespace Analytics.Models.Tests.Releases.Datasets;

public sealed class ZipCheckTests : IDisposable
{
    private static readonly Release Made = ReleaseBuilder.Build(ReleaseInputs.Make()).Named("0123456789ab") with { Head = new("0123456789ab", 3, DateTimeOffset.UnixEpoch.AddYears(50), false) };
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("perjam-zip-");
    private readonly string zip;

    public ZipCheckTests() => zip = new DatasetWriter(Made, "https://pay.example", folder.FullName, null).Write(TestContext.Current.CancellationToken).Single(f => f.Name.EndsWith(".zip", StringComparison.Ordinal)).Path;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_zip_as_it_was_published_is_whole() => Assert.Empty(ZipCheck.Of(zip));

    [Fact]
    public void The_same_release_makes_the_same_bytes()
    {
        var again = folder.CreateSubdirectory("again");
        var files = new DatasetWriter(Made, "https://pay.example", again.FullName, null).Write(TestContext.Current.CancellationToken);
        Assert.All(files, f => Assert.Equal(Key.OfContent(File.ReadAllBytes(Path.Combine(folder.FullName, f.Name))), f.Sha256));
        Assert.All(files, f => Assert.Equal(new FileInfo(f.Path).Length, f.Bytes));
    }

    [Fact]
    public void One_flipped_byte_anywhere_is_found()
    {
        var bytes = File.ReadAllBytes(zip);
        var random = new Random(8);
        var missed = new List<int>();
        for (var i = 0; i < 60; i++)
        {
            var at = random.Next(bytes.Length);
            var flipped = bytes.ToArray();
            flipped[at] ^= 1;
            File.WriteAllBytes(zip, flipped);
            // A time or an attribute of an entry, which is nothing of its content, may be another.
            if (ZipCheck.Of(zip).Count == 0 && !SameContent(bytes, flipped))
                missed.Add(at);
        }

        Assert.Empty(missed);
    }

    [Theory]
    [InlineData("rates.csv", "rates.csv is not what was published")]
    [InlineData("rates.jsonl", "rates.jsonl is not what was published")]
    [InlineData("SHA256SUMS", "SHA256SUMS is missing")]
    public void A_lost_row_or_file_is_found(string name, string said)
    {
        Change(name, text => name == "SHA256SUMS" ? null : text[..text.TrimEnd('\r', '\n').LastIndexOf('\n')] + "\n");
        Assert.Contains(ZipCheck.Of(zip), fault => fault.StartsWith(said, StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_lost_with_the_sums_made_anew_is_found_by_the_other_formats()
    {
        var sum = "";
        Change("rates.csv", text =>
        {
            var less = text[..(text.TrimEnd('\r', '\n').LastIndexOf("\r\n", StringComparison.Ordinal) + 2)];
            sum = Key.OfContent(Encoding.UTF8.GetBytes(less));
            return less;
        });
        Change("SHA256SUMS", text => string.Join('\n', text.Split('\n').Select(line => line.EndsWith("  rates.csv", StringComparison.Ordinal) ? $"{sum}  rates.csv" : line)));
        Assert.StartsWith("Its formats have not the same rows: ", Assert.Single(ZipCheck.Of(zip)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_too_many_or_cut_off_is_found()
    {
        using (var open = ZipFile.Open(zip, ZipArchiveMode.Update))
            open.CreateEntry("more.csv");
        Assert.Equal(["more.csv is not in SHA256SUMS."], ZipCheck.Of(zip));
        File.WriteAllBytes(zip, File.ReadAllBytes(zip)[..^100]);
        Assert.StartsWith("It is no zip", Assert.Single(ZipCheck.Of(zip)), StringComparison.Ordinal);
    }

    private void Change(string name, Func<string, string?> change)
    {
        using var open = ZipFile.Open(zip, ZipArchiveMode.Update);
        var entry = open.GetEntry(name)!;
        string text;
        using (var reader = new StreamReader(entry.Open()))
            text = reader.ReadToEnd();
        entry.Delete();
        if (change(text) is not { } changed)
            return;
        using var writer = new StreamWriter(open.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(changed);
    }

    private static bool SameContent(byte[] one, byte[] other)
    {
        static List<(string, string)> Of(byte[] bytes)
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            return [.. zip.Entries.Select(e =>
            {
                using var content = new MemoryStream();
                using var from = e.Open();
                from.CopyTo(content);
                return (e.FullName, Key.OfContent(content.ToArray()));
            })];
        }

        return Of(one).SequenceEqual(Of(other));
    }
}
