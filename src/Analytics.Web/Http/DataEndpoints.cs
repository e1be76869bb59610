namespace Analytics.Web.Http;

/// <summary>Endpoints that answer what may be read.</summary>
internal static class DataEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps an address that is read: HEAD is answered as GET, and the server leaves the body out.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder app, string pattern, Delegate answer) => app.MapMethods(pattern, Reading, answer);
}
