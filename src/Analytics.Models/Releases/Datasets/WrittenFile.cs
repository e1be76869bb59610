namespace Analytics.Models.Releases.Datasets;

/// <summary>A file of a dataset as it was written.</summary>
/// <param name="Name">File name without a folder: <c>rates.csv</c>.</param>
/// <param name="Path">Where it is on this machine while the release is made.</param>
/// <param name="Sha256">Of its content, hexadecimal.</param>
/// <param name="Rows">Rows of a table; null for what is none.</param>
public sealed record WrittenFile(string Name, string Path, string Sha256, long Bytes, int? Rows);
