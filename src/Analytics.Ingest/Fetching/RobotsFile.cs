using System.Globalization;
using System.Text;

namespace Analytics.Ingest.Fetching;

/// <summary>A robots.txt file, read and matched by RFC 9309. Every line that can be read counts; the rest is passed over.</summary>
public sealed class RobotsFile
{
    /// <summary>Bytes parsed at most; the RFC asks for at least 500 KiB.</summary>
    public const int ParsedBytes = 512 * 1024;

    private readonly List<Group> groups;

    private RobotsFile(List<Group> groups) => this.groups = groups;

    /// <summary>No rules: everything is allowed.</summary>
    public static RobotsFile AllowAll { get; } = new([]);

    /// <summary>Nothing but robots.txt itself is allowed.</summary>
    public static RobotsFile DisallowAll { get; } = Parse("User-agent: *\nDisallow: /"u8);

    /// <summary>Reads a file of any quality; never fails.</summary>
    public static RobotsFile Parse(ReadOnlySpan<byte> content)
    {
        var text = Encoding.UTF8.GetString(Parsed(content)).TrimStart('\uFEFF');
        var groups = new List<Group>();
        Group? open = null;
        var namesMayFollow = false;
        foreach (var line in text.Split('\n', '\r'))
        {
            if (Record(line) is not var (key, value))
                continue;
            switch (key)
            {
                case "user-agent":
                    if (!namesMayFollow)
                        groups.Add(open = new Group());
                    open!.Names.Add(Token(value));
                    namesMayFollow = true;
                    break;
                case "allow" or "disallow" when open is not null:
                    // Only these two end the list of names: sitemaps and unknown records must not break a group.
                    namesMayFollow = false;
                    if (value.Length > 0)
                        open.Rules.Add((key == "allow", new RobotsPattern(value)));
                    break;
                case "crawl-delay" when open is not null && Seconds(value) is { } delay:
                    open.Delay = delay;
                    break;
            }
        }

        return new(groups);
    }

    /// <summary>
    /// Whether <paramref name="productToken"/> may read <paramref name="address"/>: the longest matching rule of all its groups
    /// decides, allow on a tie, allowed when none matches. A reader without a group of its own falls under <c>*</c>.
    /// </summary>
    public bool Allows(string productToken, Uri address)
    {
        var path = RobotsPattern.Normalise(address.PathAndQuery, isPattern: false);
        if (path == "/robots.txt")
            return true;
        var (allow, disallow) = (-1, -1);
        foreach (var (isAllow, pattern) in GroupsFor(productToken).SelectMany(g => g.Rules))
        {
            if (!pattern.Matches(path))
                continue;
            if (isAllow)
                allow = Math.Max(allow, pattern.Length);
            else
                disallow = Math.Max(disallow, pattern.Length);
        }

        return allow >= disallow;
    }

    /// <summary>The longest Crawl-delay asked of <paramref name="productToken"/>; null when none is.</summary>
    public TimeSpan? CrawlDelay(string productToken) => GroupsFor(productToken).Max(g => g.Delay);

    private List<Group> GroupsFor(string productToken)
    {
        var own = groups.FindAll(g => g.Names.Contains(productToken));
        return own.Count > 0 ? own : groups.FindAll(g => g.Names.Contains("*"));
    }

    // A line that the limit cuts would be another rule: "Allow: /" in place of "Allow: /public".
    private static ReadOnlySpan<byte> Parsed(ReadOnlySpan<byte> content) =>
        content.Length <= ParsedBytes ? content : content[..Math.Max(0, content[..ParsedBytes].LastIndexOfAny((byte)'\n', (byte)'\r'))];

    private static (string Key, string Value)? Record(string line)
    {
        var comment = line.IndexOf('#', StringComparison.Ordinal);
        var text = comment < 0 ? line : line[..comment];
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon <= 0 ? null : (text[..colon].Trim().ToLowerInvariant(), text[(colon + 1)..].Trim());
    }

    // "PerJam/2.0 (x)" names PerJam; "*" and "* other" name everyone.
    private static string Token(string value)
    {
        if (value.StartsWith('*') && (value.Length == 1 || char.IsWhiteSpace(value[1])))
            return "*";
        var end = value.AsSpan().IndexOfAnyExcept(TokenCharacters);
        return end < 0 ? value : value[..end];
    }

    private static readonly System.Buffers.SearchValues<char> TokenCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_");

    private static TimeSpan? Seconds(string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and <= 86_400
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private sealed class Group
    {
        public HashSet<string> Names { get; } = new(StringComparer.OrdinalIgnoreCase);

        public List<(bool IsAllow, RobotsPattern Pattern)> Rules { get; } = [];

        public TimeSpan? Delay { get; set; }
    }
}
