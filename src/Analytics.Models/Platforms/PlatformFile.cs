namespace Analytics.Models.Platforms;

/// <summary>Reads one platform from its JSON file. A statement without a source is refused.</summary>
internal static class PlatformFile
{
    /// <exception cref="FormatException">The file is not as it should be; the message says where and what.</exception>
    public static Platform Read(string file, string text) => Checked(file, CatalogueJson.Read<Platform>(file, text));

    private static Platform Checked(string file, Platform platform)
    {
        if (Path.GetFileNameWithoutExtension(file) != platform.Slug)
            throw new FormatException($"{file}, field slug: '{platform.Slug}' must be the file's own name.");
        if (platform.TaskTypes.Count == 0)
            throw new FormatException($"{file}, field task_types: at least one belongs here.");
        foreach (var (index, statement) in platform.Statements.Index())
            Check($"{file}, field statements[{index}]", statement);
        return platform;
    }

    private static void Check(string place, PlatformStatement statement)
    {
        CatalogueJson.Require(place, "english", statement.English);
        CatalogueJson.Require(place, "indonesian", statement.Indonesian);
        CatalogueJson.Require(place, "finding", statement.Finding);
        CatalogueJson.Require(place, "source.title", statement.Source.Title);
        if (statement.Source.Address is null)
            throw new FormatException($"{place}.source.address: a statement needs the address it was found at.");
        if (statement.Source.Seen is null)
            throw new FormatException($"{place}.source.seen: a statement needs the date it was seen.");
    }
}
