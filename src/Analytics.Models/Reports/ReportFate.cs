namespace Analytics.Models.Reports;

/// <summary>A report and what has become of it.</summary>
/// <param name="Status">Of its observation, as written: <c>accepted</c>, <c>held</c>, <c>refused</c>; null while nothing has been decided.</param>
/// <param name="Reason">Why it was held or refused, as written.</param>
/// <param name="Release">Number of the first release that shows a cell computed with it; null where there is none.</param>
/// <param name="WithoutRate">Whether no pay per hour can be worked out of it, so that it is in no cell.</param>
public sealed record ReportFate(Report Report, string? Status, string? Reason, int? Release, bool WithoutRate);
