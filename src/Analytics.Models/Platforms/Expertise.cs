using System.Text.RegularExpressions;

namespace Analytics.Models.Platforms;

/// <summary>What somebody who trains AI as an expert is an expert of.</summary>
public enum Expertise
{
    Law,
    Medicine,
    Finance,
    Software,
    Science,
    Language,
}

/// <summary>Finds the fields of expertise that words speak of.</summary>
public static partial class FieldsOfExpertise
{
    private static readonly (Expertise Field, Regex Words)[] Told =
    [
        (Expertise.Law, Law()), (Expertise.Medicine, Medicine()), (Expertise.Finance, Finance()),
        (Expertise.Software, Software()), (Expertise.Science, Science()), (Expertise.Language, Language()),
    ];

    /// <summary>The fields that a figure's own words for its work name: "engineering and law" is two. None where it names none.</summary>
    public static IReadOnlyList<Expertise> Of(string? words) => words is null ? [] : [.. Told.Where(f => f.Words.IsMatch(words)).Select(f => f.Field)];

    [GeneratedRegex(@"\b(law|legal|lawyers?|attorneys?|paralegals?|hukum|pengacara|advokat)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Law();

    [GeneratedRegex(@"\b(medic(al|ine)|healthcare|dermatolog\w+|doctors?|physicians?|nurs\w+|clinical|dokter|kedokteran|perawat|medis)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Medicine();

    [GeneratedRegex(@"\b(financ\w+|banking|bankers?|accounting|accountants?|business|consult\w+|economi\w+|keuangan|akuntan\w*|ekonom\w*)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Finance();

    [GeneratedRegex(@"\b(software|coding|programming|code|developers?|tech(nical)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Software();

    [GeneratedRegex(@"\b(STEM|physics|chemistry|biology|math\w*|science|scientists?|engineering)\b(?<!software engineering)", RegexOptions.IgnoreCase)]
    private static partial Regex Science();

    [GeneratedRegex(@"\b(poetry|linguist\w*|languages?|writing|translation)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Language();
}
