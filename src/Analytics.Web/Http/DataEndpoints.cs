namespace Analytics.Web.Http;

/// <summary>Endpoints that answer what may be read.</summary>
internal static class DataEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps an address that is read: HEAD is answered as GET, and the server leaves the body out; any other method is refused.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder app, string pattern, Delegate answer)
    {
        // Left to the router, an address of one segment would be 404: to every method a page may answer that begins with a language.
        app.Map(pattern, Refuse);
        return app.MapMethods(pattern, Reading, answer);
    }

    private static IResult Refuse(HttpContext context)
    {
        context.Response.Headers.Allow = string.Join(", ", Reading);
        return Results.StatusCode(StatusCodes.Status405MethodNotAllowed);
    }
}
