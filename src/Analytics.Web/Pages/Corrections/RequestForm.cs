using Analytics.Models.Corrections;
using Analytics.Web.Releases;
using Analytics.Web.Text;

namespace Analytics.Web.Pages.Corrections;

/// <summary>What somebody typed into the form of a request. Nothing of it is trusted before <see cref="Faults"/> is empty.</summary>
public sealed record RequestForm(CorrectionWay Way, string About, string Platform, string Said, string Contact, string Trap)
{
    public const int LongestAbout = 300;
    public const int ShortestSaid = 10;
    public const int LongestSaid = 4_000;
    public const int LongestContact = 200;

    /// <summary>An empty form, with the page it is about where the address names one.</summary>
    public static RequestForm Empty(CorrectionWay way, string? about, ShownRelease release) => new(way, about ?? "", release.PlatformOf(Correction.PageOf(about ?? "")) ?? "", "", "", "");

    /// <summary>The form as it was sent.</summary>
    public static RequestForm Read(CorrectionWay way, IFormCollection form) => new(
        way, Line(form["about"]), Line(form["platform"]), Clean(form["said"].ToString()), Line(form["contact"]), form["website"].ToString());

    /// <summary>What is wrong, a sentence for each field, by its name.</summary>
    /// <param name="known">Whether a slug is a platform's.</param>
    public IReadOnlyDictionary<string, string> Faults(SiteText text, Func<string, bool> known)
    {
        var faults = new Dictionary<string, string>();
        void Longest(string field, string value, int most)
        {
            if (value.Length > most)
                faults[field] = text.Fill("request.fault.long", ("most", text.Figures.Number(most)), ("n", text.Figures.Number(value.Length)));
        }

        if (Way == CorrectionWay.Reply && !known(Platform))
            faults["platform"] = text[Platform.Length == 0 ? "request.fault.noPlatform" : "request.fault.platform"];
        if (Way != CorrectionWay.Reply && About.Length == 0)
            faults["about"] = text["request.fault.about"];
        Longest("about", About, LongestAbout);
        if (Said.Length < ShortestSaid)
            faults["said"] = text.Fill("request.fault.short", ("least", text.Figures.Number(ShortestSaid)));
        Longest("said", Said, LongestSaid);
        if (NeedsContact && Contact.Length == 0)
            faults["contact"] = text["request.fault.contact"];
        Longest("contact", Contact, LongestContact);
        if (Trap.Length > 0)
            faults["website"] = text["request.fault.trap"];
        return faults;
    }

    /// <summary>A reply is published under the platform's name, so it must be known to come from there.</summary>
    public bool NeedsContact => Way == CorrectionWay.Reply;

    /// <summary>The request, once nothing is wrong with the form.</summary>
    /// <param name="site">The site's own address, which people paste with the page's.</param>
    public Correction Request(string site, SiteLanguage language, DateTimeOffset now)
    {
        var about = About.StartsWith(site, StringComparison.OrdinalIgnoreCase) ? About[site.Length..] : About;
        var request = Correction.Receive(Way, about.Length > 0 || Way != CorrectionWay.Reply ? about : $"/platforms/{Platform}", Said, language.Code, now);
        return request with { Platform = Way == CorrectionWay.Reply ? Platform : null, Contact = Contact.Length > 0 ? Contact : null };
    }

    private static string Line(string? typed) => Clean(typed ?? "").Replace('\n', ' ');

    // No control character goes on to the operator's terminal or into a file; a line break is one character, as in the browser's own count.
    private static string Clean(string typed) => string.Concat(
        typed.Replace("\r\n", "\n", StringComparison.Ordinal).Select(c => c == '\n' || !char.IsControl(c) ? c : ' ')).Trim();
}
