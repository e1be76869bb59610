using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Web.Text;

namespace Analytics.Web.Charts;

/// <summary>The words and number formats of a chart, in one language and currency.</summary>
/// <param name="currency">ISO 4217 code of every amount in the chart.</param>
public sealed class ChartWords(SiteText text, string currency)
{
    public string Language => text.Language.Code;

    /// <summary>The name of the site.</summary>
    public string Brand => text["site.name"];

    public string this[string key] => text["chart." + key];

    /// <summary>The kind and tier of a row: "Survey · evidence C".</summary>
    public string Kind(IntervalRow row) => Kind(row.Kind, row.IsModelled, row.Tier);

    /// <summary>The kind, and that it is modelled where it is: "Worker’s report, modelled".</summary>
    public string Kind(FigureKind kind, bool isModelled) => isModelled ? text.Fill("figure.modelled", ("kind", text.Word(kind))) : text.Word(kind);

    /// <summary>What a row says in figures: "$3.76", "up to $200", "$20 to $40".</summary>
    public string Value(IntervalRow row) => row switch
    {
        { Typical: { } typical, Open: OpenEnd.UpTo } => text.Figures.Money((decimal)typical, currency, Bound.UpTo),
        { Typical: { } typical, Open: OpenEnd.AtLeast } => text.Figures.Money((decimal)typical, currency, Bound.AtLeast),
        { Typical: { } typical } => Amount(typical),
        { Low: { } low, High: { } high } when low == high => Amount(low),
        { Low: { } low, High: { } high } => text.Fill("figure.range", ("low", Amount(low)), ("high", Amount(high))),
        { Low: { } low } => text.Figures.Money((decimal)low, currency, Bound.AtLeast),
        { High: { } high } => text.Figures.Money((decimal)high, currency, Bound.UpTo),
        _ => text["figure.notKnown"],
    };

    /// <summary>All of a row in words.</summary>
    public string Says(IntervalRow row) => string.Join(", ",
        new[] { row.Label, row.SubLabel, Kind(row), Value(row), row.Count, row.Age }.OfType<string>());

    /// <summary>The same of any figure.</summary>
    public string Kind(FigureKind kind, bool isModelled, EvidenceTier tier) => $"{Kind(kind, isModelled)} · {text.Fill("chart.tier", ("tier", tier.ToString())).Replace(' ', '\u00a0')}";

    /// <summary>"$4.20 to $9".</summary>
    public string Between(double low, double high) => text.Fill("figure.range", ("low", Amount(low)), ("high", Amount(high)));

    public string Amount(double amount) => text.Figures.Money((decimal)amount, currency);
}
