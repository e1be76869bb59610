namespace Analytics.Models.Platforms;

/// <summary>What the work consists of.</summary>
public enum TaskType
{
    Survey,
    DataEntry,
    Transcription,
    ContentModeration,
    ImageVideoLabelling,

    /// <summary>Rating, prompting or recording for AI models without a field of expertise.</summary>
    AiTrainingGeneral,

    /// <summary>Training AI models with a profession or degree: coders, lawyers, physicians, scientists.</summary>
    AiTrainingExpert,
    Coding,
    Writing,
    Translation,
    Design,
    UserTesting,
    RideDelivery,
    Other,
}
