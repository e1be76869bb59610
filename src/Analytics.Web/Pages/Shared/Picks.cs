using Analytics.Web.Text;

namespace Analytics.Web.Pages.Shared;

/// <summary>Several of a list in a form that is sent by GET (<c>_Picks</c>): boxes to tick, folded away.</summary>
/// <param name="Name">Its name in the address, which stands once for each that is ticked.</param>
/// <param name="Chosen">The values ticked; none for all.</param>
public sealed record Picks(SiteText Text, string Name, string Label, IReadOnlyList<string> Chosen, IReadOnlyList<(string Value, string Word)> Options)
{
    /// <summary>What is chosen in words: all, up to two by name, else how many.</summary>
    public string Said => Chosen.Count switch
    {
        0 => Text["compare.allChosen"],
        <= 2 => string.Join(", ", Options.Where(o => Chosen.Contains(o.Value)).Select(o => o.Word)),
        var n => Text.Count("compare.chosen", n),
    };
}
