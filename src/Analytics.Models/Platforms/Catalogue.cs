using System.Collections.Frozen;

namespace Analytics.Models.Platforms;

/// <summary>What is shipped with the program: the platforms, what is known of them, and the figures published about their pay.</summary>
public sealed class Catalogue
{
    private static readonly Lazy<Catalogue> Shipped = new(() => new Catalogue(
        [.. Files("catalogue/platforms/").Select(f => PlatformFile.Read(f.Name, f.Text))],
        [.. Files("catalogue/figures/").SelectMany(f => FigureFile.Read(f.Name, f.Text))]));

    private readonly FrozenDictionary<string, Platform> bySlug;

    internal Catalogue(IReadOnlyList<Platform> platforms, IReadOnlyList<PublishedFigure> figures)
    {
        Platforms = [.. platforms.OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase)];
        Figures = figures;
        bySlug = platforms.ToFrozenDictionary(p => p.Slug);
        foreach (var figure in figures)
            CheckPlatforms(figure);
        if (figures.CountBy(f => f.Id).FirstOrDefault(id => id.Value > 1) is { Key: { } twice })
            throw new FormatException($"The figure id {twice} stands for two figures.");
    }

    /// <summary>All platforms, by name.</summary>
    public IReadOnlyList<Platform> Platforms { get; }

    /// <summary>All published figures.</summary>
    public IReadOnlyList<PublishedFigure> Figures { get; }

    /// <summary>The shipped catalogue, read once.</summary>
    /// <exception cref="FormatException">A shipped file is not as it should be.</exception>
    public static Catalogue Load() => Shipped.Value;

    /// <summary>The platform called <paramref name="slug"/>; null when there is none.</summary>
    public Platform? Find(string slug) => bySlug.GetValueOrDefault(slug);

    private static IEnumerable<(string Name, string Text)> Files(string folder) =>
        Embedded.Names(folder).Select(name => (name[(name.LastIndexOf('/') + 1)..], Embedded.Text(name)));

    private void CheckPlatforms(PublishedFigure figure)
    {
        foreach (var slug in figure.PooledPlatforms.Append(figure.Platform).OfType<string>())
        {
            if (!bySlug.ContainsKey(slug))
                throw new FormatException($"The figure {figure.Id} is of {slug}, which is no platform of the catalogue.");
        }
    }
}
