using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;
using Microsoft.AspNetCore.OutputCaching;

namespace Analytics.Web.Pages.Funding;

/// <summary>Who pays for the site, and why no place in it can be bought.</summary>
[OutputCache(PolicyName = ReleaseCache.Policy)]
public sealed class IndexModel : ReleasePage
{
    public Prose Prose => new(Asked, "funding", "/methods/funding", ["money", "place", "platforms", "missing"])
    {
        Links = [("platforms", Asked.To("/corrections"), Text["corrections.title"])],
    };
}
