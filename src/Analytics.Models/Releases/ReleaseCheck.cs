using System.Security.Cryptography;

namespace Analytics.Models.Releases;

/// <summary>Proves that kept releases are whole: every file has the bytes and the sum that it was published with.</summary>
public sealed class ReleaseCheck(ReleaseFileStore files)
{
    /// <summary>What is wrong with the release called <paramref name="id"/>, a sentence each; none where it is whole.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(string id, IProgress<string> progress, CancellationToken stop)
    {
        var faults = new List<string>();
        foreach (var file in await files.ListAsync(id, stop))
        {
            progress.Report(file.Name);
            faults.AddRange(await FaultsAsync(file, stop));
        }

        return faults;
    }

    private async Task<IReadOnlyList<string>> FaultsAsync(ReleaseFile file, CancellationToken stop)
    {
        using var hash = SHA256.Create();
        await using var content = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write);
        try
        {
            await files.CopyAsync(file.Sha256, content, stop);
        }
        catch (KeyNotFoundException)
        {
            return [$"{file.Name} is missing."];
        }

        await content.FlushFinalBlockAsync(stop);
        var found = Convert.ToHexStringLower(hash.Hash!);
        return found == file.Sha256 ? [] : [$"{file.Name} is not what was published: its SHA-256 is {found}, and {file.Sha256} was expected."];
    }
}
