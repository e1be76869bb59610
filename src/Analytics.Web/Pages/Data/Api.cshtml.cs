using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;
using Microsoft.AspNetCore.OutputCaching;

namespace Analytics.Web.Pages.Data;

/// <summary>The API for people: what there is, how to ask for it, and what is promised.</summary>
[OutputCache(PolicyName = ReleaseCache.Policy)]
public sealed class ApiModel : ReleasePage
{
    /// <summary>Addresses that are no table, each with what it gives.</summary>
    public static IReadOnlyList<(string Path, string Key)> Lists { get; } = [("releases", "api.releases"), ("releases/{id}", "api.files"), ("openapi.json", "api.description")];

    /// <summary>What an answer without rows may say.</summary>
    public static IReadOnlyList<int> Statuses { get; } = [400, 404, 405, 406, 429, 503];

    public static IReadOnlyList<string> Promises { get; } = ["api.promiseKeep", "api.promiseAdd", "api.promiseEnd", "api.promiseReleases"];

    public void OnGet()
    {
    }
}
