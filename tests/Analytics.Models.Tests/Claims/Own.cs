using Analytics.Models.Claims;
using Analytics.Models.Platforms;

namespace Analytics.Models.Tests.Claims;

/// <summary>One reader over the shipped catalogue, for all tests of this room.</summary>
internal static class Own
{
    public static readonly ClaimReader Reader = new(
        [.. Catalogue.Load().Platforms.Select(p => new GazetteerEntry(p.Slug, p.Name, p.Aliases, p.TaskTypes))]);

    public static Reading Read(string text, string? language = "en", string? title = null) =>
        Reader.Read(Article.FromText(text, language, title));
}
