using Microsoft.AspNetCore.Mvc.Testing;

namespace Analytics.Web.Tests;

/// <summary>The site, started once for a class of tests.</summary>
public sealed class SiteFixture : WebApplicationFactory<Program>
{
    public HttpClient Browser() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
}
