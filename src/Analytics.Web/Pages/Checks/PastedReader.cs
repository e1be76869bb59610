using Analytics.Models.Claims;
using Analytics.Models.Platforms;

namespace Analytics.Web.Pages.Checks;

/// <summary>What was read from a pasted text.</summary>
/// <param name="Assumed">Whether nothing in the text says that its amount is pay, so that the pasting alone is taken for it.</param>
public sealed record PastedReading(Reading Reading, bool Assumed);

/// <summary>Reads the claims of a pasted text with the reader that collected pages are read with. Make one and keep it; safe for several threads.</summary>
public sealed class PastedReader
{
    // A bare amount is pay to whoever pastes it here; under this heading the reader takes it for that, in whichever language.
    private static readonly Block Heading = new(BlockKind.Heading, "Pay") { Level = 2 };

    // More amounts than these are no bare amount, and reading twice takes twice as long.
    private const int MostBare = 3;

    private readonly ClaimReader reader = new([.. Catalogue.Load().Platforms.Select(p => new GazetteerEntry(p.Slug, p.Name, p.Aliases, p.TaskTypes))]);

    /// <summary>Reads <paramref name="text"/>; its language is recognised by its words.</summary>
    public PastedReading Read(PastedText text)
    {
        var article = Article.FromText(text.Text);
        var reading = Read(article);
        if (reading.Claims.Count > 0 || reading.PassedOver.Count is 0 or > MostBare || reading.PassedOver.Any(p => p.Reason != PassedOver.NotPay))
            return new(reading, Assumed: false);
        var assumed = Read(article with { Blocks = [Heading, .. article.Blocks] });
        return assumed.Claims.Count > 0 ? new(assumed, Assumed: true) : new(reading, Assumed: false);
    }

    private Reading Read(Article article)
    {
        var reading = reader.Read(article);
        return reading with { Claims = [.. reading.Claims.Select(ExpertWork.Reread)] };
    }
}
