using Microsoft.AspNetCore.Http.Features;

namespace Analytics.Web.Pages.Imports;

/// <summary>The form of an upload, read within limits of its own and held in memory only: no file of a worker is ever written down.</summary>
internal static class ImportUpload
{
    /// <summary>The largest file taken.</summary>
    public const int MostMegabytes = 20;

    /// <summary>Bytes of a body that is read: the file and what the form has beside it. What is larger is refused with a sentence before it is read.</summary>
    public const int MostBody = 10 * MostMegabytes * 1024 * 1024;

    private const int MostFile = MostMegabytes * 1024 * 1024;
    private const int BesideFile = 512 * 1024;

    private static readonly FormOptions Limits = new()
    {
        BufferBody = false,
        // Below this a file stays in memory, and the next limit is never above it.
        MemoryBufferThreshold = MostFile + BesideFile,
        MultipartBodyLengthLimit = MostFile,
        ValueLengthLimit = BesideFile,
        ValueCountLimit = 32,
    };

    /// <summary>The form; null where the body is none or is broken.</summary>
    /// <returns>Whether the body is too large, beside the form.</returns>
    public static async Task<(IFormCollection? Form, bool TooLarge)> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > MostFile + BesideFile)
            return (null, true);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MostFile + BesideFile;
        try
        {
            context.Features.Set<IFormFeature>(new FormFeature(context.Request, Limits));
            return (await context.Request.ReadFormAsync(context.RequestAborted), false);
        }
        catch (BadHttpRequestException fault)
        {
            return (null, fault.StatusCode == StatusCodes.Status413PayloadTooLarge);
        }
        catch (InvalidDataException) when (context.Request.ContentLength > MostFile)
        {
            return (null, true);
        }
        catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException or IOException)
        {
            return (null, false);
        }
    }
}
