using System.Globalization;
using Analytics.Models.Operations;

namespace Analytics.Web.Operations;

/// <summary>The link by which an operator is made: printed once, kept as a hash, good for 24 hours and one use.</summary>
internal static class SetUpLink
{
    public const string Path = "/operations/set-up";

    /// <summary>Prints a link where there is no operator yet.</summary>
    public static async Task PrintFirstAsync(OperatorStore operators, string site, TimeProvider time, TextWriter to, CancellationToken stop)
    {
        if (!await operators.AnyAsync(stop))
            await PrintAsync(operators, site, time, to, stop);
    }

    /// <summary>Prints a new link; the one before it can no longer be used.</summary>
    /// <param name="site">The site's address, without a slash at the end.</param>
    public static async Task PrintAsync(OperatorStore operators, string site, TimeProvider time, TextWriter to, CancellationToken stop)
    {
        var key = SecretKey.Make();
        await operators.NewLinkAsync(SecretKey.HashOf(key), time.GetUtcNow(), stop);
        await to.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"To set up an operator, open this once within {OperatorStore.LinkHolds.TotalHours} hours: {site}{Path}?key={key}"));
    }
}
