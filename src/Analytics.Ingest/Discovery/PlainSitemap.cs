namespace Analytics.Ingest.Discovery;

/// <summary>A sitemap of plain text: one address a line.</summary>
internal static class PlainSitemap
{
    public static ListContent Read(string text)
    {
        var pages = new List<ListEntry>();
        foreach (var line in text.EnumerateLines())
        {
            var written = line.Trim();
            if (written.IsEmpty)
                continue;
            if (written.Length > 2_048 || !Uri.TryCreate(written.ToString(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            {
                if (pages.Count == 0)
                    return ListContent.Unreadable("is neither XML, JSON Feed nor a list of addresses, one a line");
                continue;
            }

            if (pages.Count == ListReader.MostEntries)
                return new(pages, [], ListReader.TooMany);
            pages.Add(new(address, null, null, null));
        }

        return pages.Count > 0 ? new(pages, [], null) : ListContent.Unreadable("is empty");
    }
}
