using System.Text;
using System.Text.Json;
using Analytics.Models.Estimates;
using Analytics.Models.Storage;

namespace Analytics.Models.Releases;

/// <summary>The records of a release that the site reads, as a file: JSON Lines, one record a line, in a fixed order. Beside them stand the flat tables of its dataset.</summary>
/// <param name="Name">File name: <c>records/figures.jsonl</c>.</param>
public sealed record ReleaseTable(string Name, byte[] Content, int Rows)
{
    /// <summary>What the names of records begin with.</summary>
    public const string Folder = "records/";

    /// <summary>SHA-256 of <see cref="Content"/>, hexadecimal.</summary>
    public string Sha256 { get; } = Key.OfContent(Content);

    /// <summary>Writes <paramref name="rows"/> as the file of their table.</summary>
    /// <param name="simulated">Whether they are made up: then each line says so, as lines are cut out and passed on.</param>
    public static ReleaseTable Of<T>(IReadOnlyList<T> rows, bool simulated)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var line = JsonSerializer.Serialize(row, Storage.Rows.Json);
            text.Append(simulated ? "{\"simulated\":true," + line[1..] : line).Append('\n');
        }

        return new(NameOf<T>(), Encoding.UTF8.GetBytes(text.ToString()), rows.Count);
    }

    /// <summary>The rows in a file of this table.</summary>
    public static IReadOnlyList<T> Read<T>(ReadOnlySpan<byte> content)
    {
        var rows = new List<T>();
        while (!content.IsEmpty)
        {
            var end = content.IndexOf((byte)'\n');
            rows.Add(JsonSerializer.Deserialize<T>(end < 0 ? content : content[..end], Storage.Rows.Json)!);
            content = end < 0 ? [] : content[(end + 1)..];
        }

        return rows;
    }

    /// <summary>The file name of the records of <typeparamref name="T"/>.</summary>
    public static string NameOf<T>() => Folder + BareNameOf<T>();

    /// <summary>Their name in releases of before the dataset, which hold nothing but records.</summary>
    public static string BareNameOf<T>() => typeof(T) switch
    {
        var t when t == typeof(FigureRow) => "figures.jsonl",
        var t when t == typeof(ClaimRow) => "claims.jsonl",
        var t when t == typeof(StatementRow) => "statements.jsonl",
        var t when t == typeof(PlatformRow) => "platforms.jsonl",
        var t when t == typeof(CellRow) => "cells.jsonl",
        var t when t == typeof(CheckRow) => "checks.jsonl",
        var t when t == typeof(AdvertGap) => "advert_gaps.jsonl",
        var t when t == typeof(ModelCard) => "model_card.jsonl",
        var t when t == typeof(PersonalRow) => "personal_estimates.jsonl",
        var t when t == typeof(WorkHoursRow) => "work_hours.jsonl",
        var t when t == typeof(ReportQuarterRow) => "report_quarters.jsonl",
        var t when t == typeof(ExchangeRateRow) => "exchange_rates.jsonl",
        var t when t == typeof(MinimumWageRow) => "minimum_wages.jsonl",
        var t => throw new ArgumentException($"{t.Name} is no table of a release."),
    };
}
