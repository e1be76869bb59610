using Analytics.Web.Text;

namespace Analytics.Web.Http;

/// <summary>Lets only the site's languages begin a page's address: <c>{lang:language}</c>.</summary>
internal sealed class LanguageConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        SiteLanguage.Find(values[routeKey]?.ToString()) is not null;
}
