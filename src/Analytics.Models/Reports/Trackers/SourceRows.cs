namespace Analytics.Models.Reports.Trackers;

/// <summary>A cell of a row.</summary>
/// <param name="Column">In CSV the number of the field, in JSON the character of the line; from 1.</param>
/// <param name="Name">What the file calls it.</param>
internal readonly record struct Cell(string Text, int Line, int Column, string Name);

/// <summary>The rows of a file, one by one, whatever it is written in. Columns are asked for by plain name: letters and digits in lower case.</summary>
internal abstract class SourceRows : IDisposable
{
    /// <summary>The list that the row is of, in JSON that has several; else empty.</summary>
    public virtual string Section => "";

    /// <summary>Where the row begins, from 1.</summary>
    public abstract int Line { get; }

    /// <summary>Names of the columns, plain.</summary>
    public abstract IEnumerable<string> Columns { get; }

    /// <summary>The row's own problem, such as too many fields.</summary>
    public virtual TrackerProblem? Problem => null;

    /// <summary>Goes on to the next row.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="TrackerException">The file cannot be read on.</exception>
    public abstract bool Read();

    /// <summary>Whether the row has a column of this plain name.</summary>
    public abstract bool Has(string column);

    /// <summary>The cell of a column that the row has.</summary>
    public abstract Cell this[string column] { get; }

    public abstract void Dispose();

    /// <summary>Opens <paramref name="file"/> at its beginning; the file stays open.</summary>
    public static SourceRows Open(Stream file, FileLook look, TrackerLimits limits) =>
        look.Json ? new JsonRows(look.Text(file), limits) : new CsvRows(look.Text(file), look.Separator, limits);

    /// <summary>"Started At", "started_at" and "startedAt" are one name.</summary>
    public static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
