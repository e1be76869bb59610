using System.Data.Common;
using Analytics.Models.Releases.Datasets;
using Analytics.Web.Downloads;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Releases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Analytics.Web.Pages.Data;

/// <summary>What changed from one release to another, for people.</summary>
[OutputCache(PolicyName = ReleaseCache.Policy)]
public sealed class ChangesModel(LatestRelease releases) : ReleasePage
{
    /// <summary>Rows of a table that are shown; the rest is in the file.</summary>
    public const int Most = 100;

    private const string Between = "...";

    public ReleaseDiff Diff { get; private set; } = null!;

    public Codebook Book => Codebook.In(Text.Language.Code);

    public async Task<IActionResult> OnGetAsync(string pair, CancellationToken stop)
    {
        if (pair.Split(Between) is not [var from, var to])
            return NotFound();
        try
        {
            if (await ReleaseChanges.FindAsync(releases, from, to, stop) is not { } diff)
                return NotFound();
            Diff = diff;
            return Page();
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            return StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>What tells a row to a reader: for evidence its words, for others what tells it from the other rows.</summary>
    public static string Name(TableDiff table, RowChange row)
    {
        string? Value(string column) => row.Values.FirstOrDefault(v => v.Column == column) is { } value ? FieldText.Of(value.After ?? value.Before) : null;
        return table.Table == "claims" && (Value("quote") ?? Value("told_en") ?? Value("source_title")) is { Length: > 0 } words ? words : string.Join(" · ", row.Key);
    }

    /// <summary>What to tell of a row: of a changed one each value before and after, of a new or gone one its pay.</summary>
    public IEnumerable<string> Values(TableDiff table, RowChange row)
    {
        if (row.Fate == RowFate.Changed)
            return row.Values.Select(v => $"{v.Column}: {Said(v.Before)} → {Said(v.After)}");
        var pay = DatasetTables.Find(table.Table)!.Columns.Where(c => c.Unit == DatasetTables.PerHour).Select(c => c.Name);
        return row.Values.Where(v => pay.Contains(v.Column)).Select(v => $"{v.Column}: {FieldText.Of(v.After ?? v.Before)}");
    }

    private string Said(object? value) => value is null ? Text["changes.blank"] : FieldText.Of(value);
}
