namespace Analytics.Web.Charts;

/// <summary>The picture of a chart in the proportions that social networks show, in any width up to the usual one.</summary>
internal static class SocialPicture
{
    /// <summary>The usual width, in pixels.</summary>
    public const int Widest = (int)(PreviewLayout.Width * PreviewLayout.Scale);

    /// <summary>Height through width.</summary>
    public const double Ratio = (double)PreviewLayout.Height / PreviewLayout.Width;

    /// <summary>Picture pixels for each of the drawing's.</summary>
    public static double ScaleAt(int width) => (double)width / PreviewLayout.Width;

    /// <summary>Height in pixels, as the picture is made.</summary>
    public static int HeightAt(int width) => (int)Math.Ceiling(PreviewLayout.Height * ScaleAt(width));
}
