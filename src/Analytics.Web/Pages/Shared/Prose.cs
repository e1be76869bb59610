namespace Analytics.Web.Pages.Shared;

/// <summary>A page of sentences under headings (<c>_Prose</c>). Its words are <c>{room}.title</c>, <c>{room}.standfirst</c>, and for each section <c>{room}.{section}</c> and <c>{room}.{section}Text</c>, a paragraph a line.</summary>
/// <param name="Path">Address after the language.</param>
/// <param name="Sections">Names of the sections, in order; they are the places of the page too.</param>
public sealed record Prose(Asked Asked, string Room, string Path, IReadOnlyList<string> Sections)
{
    /// <summary>What is filled into the sentences.</summary>
    public IReadOnlyList<(string Name, string Value)> Places { get; init; } = [];

    /// <summary>Where a section leads to: its name, the address, and what stands there.</summary>
    public IReadOnlyList<(string Section, string Href, string Word)> Links { get; init; } = [];

    public string Title => Asked.Text[$"{Room}.title"];

    public string Standfirst => Fill($"{Room}.standfirst");

    /// <summary>What the layout says around it.</summary>
    public PageFrame Frame => Asked.Frame(Title, Path, Standfirst);

    public string Heading(string section) => Asked.Text[$"{Room}.{section}"];

    public IEnumerable<string> Paragraphs(string section) => Fill($"{Room}.{section}Text").Split('\n');

    private string Fill(string key) => Asked.Text.Fill(key, [.. Places]);
}
