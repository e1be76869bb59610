namespace Analytics.Models.Estimates;

/// <summary>Which effects the model's two parts have on some cells: found once, for all fits on parts of the same pay.</summary>
internal sealed record PayDesigns(PayCells Cells, ErrorModel Errors, MixedDesign Location, MixedDesign Spread)
{
    private static readonly PayFactor[] Fixed = [PayFactor.Experience, PayFactor.Expertise, PayFactor.Method, PayFactor.Year];

    private static readonly RandomTerm[] Main = [new(PayFactor.Platform), new(PayFactor.TaskType), new(PayFactor.Country)];

    private static readonly RandomTerm[] Pairs =
        [new(PayFactor.Platform, PayFactor.TaskType), new(PayFactor.TaskType, PayFactor.Country), new(PayFactor.TaskType, PayFactor.Experience)];

    /// <summary>With normal errors the model is lme4's: experience and the like are fixed. Else they are pooled too, decision 0010.</summary>
    public static PayDesigns Of(PayCells cells, ErrorModel errors)
    {
        MixedDesign Design(RandomTerm[] random) => errors == ErrorModel.Normal
            ? MixedDesign.Of(cells, random, Fixed)
            : MixedDesign.Of(cells, [.. random, .. Fixed.Select(f => new RandomTerm(f))], []);
        return new(cells, errors, Design([.. Main, .. Pairs]), Design([.. Main, Pairs[0]]));
    }

    /// <summary>The same for a part of the pay.</summary>
    public PayDesigns Only(Predicate<PayEntry> takes)
    {
        var part = Cells with { Entries = Array.FindAll(Cells.Entries, takes) };
        return new(part, Errors, Location.For(part), Spread.For(part));
    }
}
