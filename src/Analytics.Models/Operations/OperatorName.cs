using System.Text.RegularExpressions;

namespace Analytics.Models.Operations;

/// <summary>The name an operator logs in by: letters a to z, digits and <c>. _ @ -</c>, at most 64; capitals count as small letters.</summary>
public static partial class OperatorName
{
    /// <summary>The name as it is kept, from how somebody typed it; null when it can be none.</summary>
    public static string? Find(string? typed)
    {
        var name = (typed ?? "").Trim().ToLowerInvariant();
        return Form().IsMatch(name) ? name : null;
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._@-]{0,63}\z")]
    private static partial Regex Form();
}
