using System.IO.Compression;
using System.Text.Json;

namespace Analytics.Models.Estimates;

/// <summary>A model in use, kept so that the next can be compared with it and it can stay where the next is worse.</summary>
public sealed class KeptModel
{
    internal KeptModel(UsedModel used, PayModel all, IReadOnlyList<PayModel> withoutFold) => (Used, All, WithoutFold) = (used, all, withoutFold);

    public UsedModel Used { get; }

    internal PayModel All { get; }

    /// <summary>For each fold, a model that saw nothing of it.</summary>
    internal IReadOnlyList<PayModel> WithoutFold { get; }

    /// <summary>Its models as gzipped JSON.</summary>
    public byte[] Write()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            JsonSerializer.Serialize(gzip, WithoutFold.Prepend(All).Select(PayModelFile.Write));
        return packed.ToArray();
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    /// <exception cref="PayTableException">It is of another version, or none.</exception>
    public static KeptModel Read(UsedModel used, byte[] packed)
    {
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        var models = JsonSerializer.Deserialize<List<string>>(gzip)!.ConvertAll(PayModelFile.Read);
        return new(used, models[0], models[1..]);
    }
}
