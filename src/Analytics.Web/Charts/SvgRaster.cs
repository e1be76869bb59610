using System.Runtime.InteropServices;

namespace Analytics.Web.Charts;

/// <summary>
/// SVG to PNG with librsvg and cairo. Draws only with the fonts shipped with the site, so a picture is the same on every machine, and
/// only drawings of our own: the libraries run inside this process.
/// </summary>
public static partial class SvgRaster
{
    public const int LargestSide = 8192;

    // CAIRO_FORMAT_RGB24: every drawing has a ground of its own.
    private const int Opaque = 1;

    // One font list for the process: that is how fontconfig has it.
    private static readonly Lazy<bool> Ready = new(Prepare);

    /// <summary>The drawing as PNG.</summary>
    /// <param name="svg">An <c>svg</c> element of known size with every colour resolved (<see cref="ChartLook.Light"/>, <see cref="ChartLook.Dark"/>).</param>
    /// <param name="width">Width of the drawing in its own pixels.</param>
    /// <param name="height">Height of the drawing in its own pixels.</param>
    /// <param name="scale">Picture pixels for each of the drawing's: 1, or 2 for fine screens.</param>
    /// <exception cref="RasterException">The libraries are missing, or the drawing cannot be drawn.</exception>
    public static byte[] ToPng(ReadOnlySpan<byte> svg, double width, double height, double scale)
    {
        var (across, down) = ((int)Math.Ceiling(width * scale), (int)Math.Ceiling(height * scale));
        if (across is < 1 or > LargestSide || down is < 1 or > LargestSide)
            throw new RasterException($"A picture of {across} × {down} pixels cannot be made; each side must be 1 to {LargestSide}.");
        try
        {
            _ = Ready.Value;
            return Draw(svg, width, height, across, down, scale);
        }
        catch (DllNotFoundException missing)
        {
            throw new RasterException(
                "PNG pictures need librsvg 2.46 or later, which is not installed. On Debian and Ubuntu: apt-get install librsvg2-2.", missing);
        }
    }

    private static unsafe byte[] Draw(ReadOnlySpan<byte> svg, double width, double height, int across, int down, double scale)
    {
        GError* error = null;
        var handle = rsvg_handle_new_from_data(svg, (nuint)svg.Length, ref error);
        if (handle == 0)
            throw Failed(error);
        var surface = cairo_image_surface_create(Opaque, across, down);
        var cairo = cairo_create(surface);
        try
        {
            cairo_scale(cairo, scale, scale);
            var viewport = new Viewport(0, 0, width, height);
            if (rsvg_handle_render_document(handle, cairo, viewport, ref error) == 0)
                throw Failed(error);
            return Encode(surface, across, down);
        }
        finally
        {
            cairo_destroy(cairo);
            cairo_surface_destroy(surface);
            g_object_unref(handle);
        }
    }

    private static unsafe byte[] Encode(nint surface, int across, int down)
    {
        cairo_surface_flush(surface);
        var stride = cairo_image_surface_get_stride(surface);
        return PngWriter.Write(new ReadOnlySpan<byte>(cairo_image_surface_get_data(surface), stride * down), across, down, stride);
    }

    private static unsafe RasterException Failed(GError* error)
    {
        if (error is null)
            return new RasterException("The drawing could not be turned into a picture; librsvg gives no reason.");
        var message = Marshal.PtrToStringUTF8(error->Message);
        g_error_free(error);
        return new RasterException($"The drawing could not be turned into a picture: {message}");
    }

    /// <summary>Makes the shipped fonts the only ones, under the names that drawings use.</summary>
    private static bool Prepare()
    {
        var config = FcConfigCreate();
        if (FcConfigParseAndLoad(config, Path.Combine(FontMetrics.Folder, "fonts.conf"), 1) == 0)
            throw new RasterException($"The font list {Path.Combine(FontMetrics.Folder, "fonts.conf")} cannot be read.");
        foreach (var font in Directory.EnumerateFiles(FontMetrics.Folder, "*.ttf").Order(StringComparer.Ordinal))
        {
            if (FcConfigAppFontAddFile(config, font) == 0)
                throw new RasterException($"The font {font} cannot be read.");
        }

        return FcConfigSetCurrent(config) != 0;
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Viewport(double X, double Y, double Width, double Height);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct GError
    {
        public readonly uint Domain;
        public readonly int Code;
        public readonly nint Message;
    }

    [LibraryImport("librsvg-2.so.2")]
    private static unsafe partial nint rsvg_handle_new_from_data(ReadOnlySpan<byte> data, nuint length, ref GError* error);

    [LibraryImport("librsvg-2.so.2")]
    private static unsafe partial int rsvg_handle_render_document(nint handle, nint cairo, in Viewport viewport, ref GError* error);

    [LibraryImport("libcairo.so.2")]
    private static partial nint cairo_image_surface_create(int format, int width, int height);

    [LibraryImport("libcairo.so.2")]
    private static partial nint cairo_create(nint surface);

    [LibraryImport("libcairo.so.2")]
    private static partial void cairo_scale(nint cairo, double x, double y);

    [LibraryImport("libcairo.so.2")]
    private static partial void cairo_surface_flush(nint surface);

    [LibraryImport("libcairo.so.2")]
    private static partial int cairo_image_surface_get_stride(nint surface);

    [LibraryImport("libcairo.so.2")]
    private static unsafe partial byte* cairo_image_surface_get_data(nint surface);

    [LibraryImport("libcairo.so.2")]
    private static partial void cairo_destroy(nint cairo);

    [LibraryImport("libcairo.so.2")]
    private static partial void cairo_surface_destroy(nint surface);

    [LibraryImport("libgobject-2.0.so.0")]
    private static partial void g_object_unref(nint thing);

    [LibraryImport("libglib-2.0.so.0")]
    private static unsafe partial void g_error_free(GError* error);

    [LibraryImport("libfontconfig.so.1")]
    private static partial nint FcConfigCreate();

    [LibraryImport("libfontconfig.so.1", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int FcConfigParseAndLoad(nint config, string file, int complain);

    [LibraryImport("libfontconfig.so.1", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int FcConfigAppFontAddFile(nint config, string file);

    [LibraryImport("libfontconfig.so.1")]
    private static partial int FcConfigSetCurrent(nint config);
}

/// <summary>A picture could not be made; the message says why and what to do.</summary>
public sealed class RasterException(string message, Exception? cause = null) : Exception(message, cause);
