using System.Text;
using Analytics.Models.Releases.Datasets;

namespace Analytics.Web.Downloads;

/// <summary>Finds the records of a table among its bytes, and which of them a filter wants. Nothing is made of a record but this.</summary>
internal abstract class ExtractRecords
{
    /// <summary>Records at the beginning that are no rows and always wanted.</summary>
    public abstract int Headers { get; }

    /// <summary>Reads the first record of <paramref name="data"/>.</summary>
    /// <returns>Its length with its line end; 0 where it is not whole.</returns>
    public abstract int Read(ReadOnlySpan<byte> data, out bool wanted);

    /// <summary>The values of <paramref name="condition"/> as bytes.</summary>
    protected static byte[][] Bytes(FilterCondition condition) => [.. condition.Values.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Whether <paramref name="value"/> is one of <paramref name="wanted"/>; of a list, whether one of its parts is.</summary>
    protected static bool IsOneOf(ReadOnlySpan<byte> value, byte[][] wanted, bool list)
    {
        if (list)
        {
            foreach (var part in value.Split("; "u8))
            {
                if (IsOneOf(value[part], wanted, list: false))
                    return true;
            }

            return false;
        }

        foreach (var one in wanted)
        {
            if (value.SequenceEqual(one))
                return true;
        }

        return false;
    }
}
