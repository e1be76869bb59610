using System.Text;
using Analytics.Models.Releases;
using Analytics.Models.Storage;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace Analytics.Web.Api;

/// <summary>The entity tag of an answer: strong, of all that its bytes follow from, so that whoever has them is told so before they are made.</summary>
internal static class ApiTag
{
    // The programs that make the bytes: a new build may add a column.
    private static readonly string Build = $"{typeof(ApiTag).Module.ModuleVersionId}{typeof(Release).Module.ModuleVersionId}";

    /// <param name="of">What the answer is of beside its address: the id of a release.</param>
    public static EntityTagHeaderValue Of(HttpContext context, string site, string of)
    {
        var request = context.Request;
        var content = Key.OfContent(Encoding.UTF8.GetBytes($"{Build}\n{of}\n{site}\n{request.Path}\n{request.QueryString}\n{ApiFormat.Of(request)?.Ending}"))[..32];
        // Bytes in another coding are others.
        var compression = context.RequestServices.GetRequiredService<IResponseCompressionProvider>();
        var coding = compression.CheckRequestAcceptsCompression(context) ? compression.GetCompressionProvider(context)?.EncodingName : null;
        return new($"\"{content}{(coding is null ? "" : "-" + coding)}\"");
    }

    /// <summary>Whether the reader says that it has these bytes.</summary>
    public static bool IsHeld(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(held => held.Equals(EntityTagHeaderValue.Any) || held.Compare(tag, useStrongComparison: false));
}
