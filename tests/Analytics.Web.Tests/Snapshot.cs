using System.Runtime.CompilerServices;

namespace Analytics.Web.Tests;

/// <summary>
/// Compares a text with the one kept beside the test. Where they differ the new one is written as <c>*.received.*</c>: look at both,
/// and if the new one is right, rename it.
/// </summary>
internal static class Snapshot
{
    public static void Matches(string name, string extension, string text, [CallerFilePath] string test = "")
    {
        var kept = Path.Combine(Path.GetDirectoryName(test)!, $"{name}.verified.{extension}");
        var received = Path.ChangeExtension(Path.ChangeExtension(kept, null), $"received.{extension}");
        if (File.Exists(kept) && File.ReadAllText(kept) == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"{Path.GetFileName(received)} differs from {Path.GetFileName(kept)}. Look at both; if the new one is right, rename it.");
    }
}
