using System.Text;
using Analytics.Ingest.Discovery;
using Analytics.Ingest.Fetching;

namespace Analytics.Ingest.Tests.Discovery;

internal static class Lists
{
    public static readonly Uri Address = new("https://blog.example/feeds/all.xml");

    public static ListContent Read(string text, string? charset = "utf-8") => Read(Encoding.UTF8.GetBytes(text), charset);

    // The deadline has a test of its own; here a busy machine must not decide.
    public static ListContent Read(byte[] content, string? charset = null) =>
        new ListReader(new FetchRules { Contact = "" }, TimeSpan.FromMinutes(5), TimeProvider.System).Read(content, charset, Address, CancellationToken.None);
}
