using System.Text.RegularExpressions;
using Analytics.Models.Claims;
using Analytics.Models.Platforms;

namespace Analytics.Web.Pages.Checks;

/// <summary>Work on AI that a text offers to a profession: "AI training for lawyers" is expert AI training, whatever else the words name.</summary>
internal static partial class ExpertWork
{
    /// <summary><paramref name="claim"/> as expert AI training, where its sentence speaks of both.</summary>
    public static Claim Reread(Claim claim) =>
        claim.TaskType != TaskType.AiTrainingExpert && Training().IsMatch(claim.Sentence) && FieldsOfExpertise.Of(claim.Sentence).Any(f => f != Expertise.Language)
            ? claim with { TaskType = TaskType.AiTrainingExpert, TaskRule = "profession" }
            : claim;

    [GeneratedRegex(@"\b(AI|artificial intelligence|kecerdasan buatan)\b.*\b(train\w*|model\w*|answers?|responses?|pelatih\w*|melatih|jawaban)\b|\b(train\w*|review\w*|evaluat\w*|melatih|pelatih\w*|menilai)\b.*\b(AI|artificial intelligence|kecerdasan buatan)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Training();
}
