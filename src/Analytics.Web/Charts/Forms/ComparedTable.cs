using Analytics.Models;
using Analytics.Models.Money;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Charts.Forms;

/// <summary>Rows of a comparison as the table and the words of a chart.</summary>
internal static class ComparedTable
{
    /// <summary>A row a figure, with all that the drawing says of it. Amounts are per hour in the chart's currency.</summary>
    public static ChartTable Of(Asked asked, IEnumerable<ComparedFigure> rows) => Of(asked, rows, row => row);

    /// <summary>The same of rows that say more than a comparison's.</summary>
    /// <param name="more">Columns after those of every comparison.</param>
    public static ChartTable Of<T>(Asked asked, IEnumerable<T> rows, Func<T, ComparedFigure> figure, params IReadOnlyList<(string Name, Func<T, ChartValue> Value)> more) => new(
        [
            Column(asked, "name"), Column(asked, "platform"), Column(asked, "about"), Column(asked, "kind"), Column(asked, "tier"), Column(asked, "modelled"),
            Column(asked, "typical"), Column(asked, "low"), Column(asked, "high"), Column(asked, "middle_low"), Column(asked, "middle_high"), Column(asked, "bound"), Column(asked, "imputed"),
            Column(asked, "currency"), Column(asked, "n"), Column(asked, "rests_on"), Column(asked, "date"), Column(asked, "from_release"),
            .. more.Select(column => Column(asked, column.Name)),
        ],
        [.. rows.Select(row => (IReadOnlyList<ChartValue>)[.. Row(asked, figure(row)), .. more.Select(column => column.Value(row))])]);

    /// <summary>Addresses after the language of the pages that rows stand on, and of the entries of their figures; a figure of several platforms together has its entry alone.</summary>
    public static IReadOnlyList<string> Pages(IEnumerable<ComparedFigure> rows) => [.. rows.SelectMany(PagesOf).Distinct()];

    private static IEnumerable<string> PagesOf(ComparedFigure row)
    {
        var page = row.Platform is { } slug ? $"/platforms/{slug}" : "/platforms";
        if (row.Platform is not null)
            yield return page;
        if (row.Figure is { } figure)
            yield return $"{page}#f-{figure.Id}";
    }

    /// <summary>A column of a chart's table; its words are <c>table.{name}</c> and <c>table.{name}.note</c>.</summary>
    public static ChartColumn Column(Asked asked, string name) => new(name, asked.Text[$"table.{name}"], asked.Text[$"table.{name}.note"]);

    /// <summary>An amount in the chart's currency, rounded as it is shown to a hundredth.</summary>
    public static ChartValue Amount(Asked asked, decimal? usd) =>
        usd is { } amount ? new(Math.Round(asked.Currency.Of(amount), 2) + 0m, asked.Money(amount)) : default(ChartValue) with { Shown = "" };

    /// <summary>A word or a name; the same for machines and readers.</summary>
    public static ChartValue Text(string? text) => new(text, text ?? "");

    /// <summary>A yes or no.</summary>
    public static ChartValue Flag(Asked asked, bool yes) => new(yes, asked.Text[yes ? "table.yes" : "table.no"]);

    /// <summary>A word of a list of ours.</summary>
    public static ChartValue Word<T>(Asked asked, T? value) where T : struct, Enum => value is { } word ? new(Term.Of(word), asked.Text.Word(word)) : new(null, "");

    public static ChartValue Date(Asked asked, DateOnly? day) => day is { } date ? new(date, asked.Text.Figures.Date(date)) : new(null, "");

    /// <summary>A number without unit, to two decimals.</summary>
    public static ChartValue Number(Asked asked, double? value) =>
        value is { } number ? new(Math.Round((decimal)number, 2), asked.Text.Figures.Number((decimal)number)) : new(null, "");

    public static ChartValue Number(Asked asked, int? value) => value is { } number ? new(number, asked.Text.Figures.Number(number)) : new(null, "");

    private static IReadOnlyList<ChartValue> Row(Asked asked, ComparedFigure row) =>
    [
        Text(asked.Name(row)), Text(row.Platform), Text(asked.Subject(row)), Word<Models.Evidence.FigureKind>(asked, row.Kind), Text(row.Tier.ToString()), Flag(asked, row.IsModelled),
        Amount(asked, row.Typical), Amount(asked, row.Low), Amount(asked, row.High), Amount(asked, row.MiddleLow), Amount(asked, row.MiddleHigh),
        new(Term.Of(row.Bound), row.Bound == Bound.Exact ? "" : asked.Pay(row) ?? ""), Flag(asked, row.Imputed),
        Text(asked.Currency.Code), Number(asked, row.Count), Text(asked.Count(row)), Date(asked, row.When), Text(row.FromRelease),
    ];
}
