namespace Analytics.Ingest.Verbs;

/// <summary>A file that the command line names.</summary>
internal static class NamedFile
{
    /// <summary>What <paramref name="read"/> makes of <paramref name="file"/>.</summary>
    /// <exception cref="WrongUseException">It cannot be opened.</exception>
    public static T Read<T>(string file, Func<string, T> read)
    {
        try
        {
            return read(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"{file} is not a file that can be read: {fault.Message} Correct the path, or leave it out.");
        }
    }
}
