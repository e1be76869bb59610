using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;
using Microsoft.AspNetCore.OutputCaching;

namespace Analytics.Web.Pages.Terms;

/// <summary>Licences, rules for quoting, and what is not promised.</summary>
[OutputCache(PolicyName = ReleaseCache.Policy)]
public sealed class IndexModel : ReleasePage
{
    public Prose Prose => new(Asked, "terms", "/terms", ["data", "code", "quotes", "rules", "promise", "programs"])
    {
        Links =
        [
            ("data", Asked.To("/methods/citing"), Text["citing.title"]),
            ("quotes", Asked.To("/corrections/report/take-down"), Text["request.title.take-down"]),
            ("rules", Asked.To("/methods/evidence"), Text["evidence.title"]),
            ("programs", Asked.To("/data"), Text["know.data"]),
        ],
    };
}
