namespace Analytics.Models.Claims;

/// <summary>A platform as the reader must recognise it.</summary>
/// <param name="Slug">Its catalogue slug.</param>
/// <param name="Name">Canonical name.</param>
/// <param name="Aliases">Other spellings found in texts; matched whole-word, case-insensitively unless all capitals or a common word.</param>
/// <param name="TaskTypes">What is done there.</param>
public sealed record GazetteerEntry(
    string Slug, string Name, IReadOnlyList<string> Aliases, IReadOnlyList<Platforms.TaskType> TaskTypes);
