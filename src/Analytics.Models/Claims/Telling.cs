namespace Analytics.Models.Claims;

/// <summary>A figure that is a claim, with the other mentions of the same amount in the article.</summary>
internal sealed record Telling(Figure Figure)
{
    /// <summary>The amount again in another currency, as written.</summary>
    public string? Conversion { get; set; }

    public List<Figure> Repeats { get; } = [];

    /// <summary>Every mention, the telling one first.</summary>
    public IEnumerable<Figure> Mentions => Repeats.Prepend(Figure);

    /// <summary>The same telling with a fuller mention in front.</summary>
    public Telling Led(Figure fuller)
    {
        var telling = new Telling(fuller) { Conversion = Conversion };
        telling.Repeats.AddRange(Mentions);
        return telling;
    }
}
