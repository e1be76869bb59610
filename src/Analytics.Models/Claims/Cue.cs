namespace Analytics.Models.Claims;

/// <summary>
/// What a word or phrase of a lexicon tells the grammar. The written forms (<c>at-least</c>) are the keys of a lexicon's
/// <c>cues</c>; those of the first group have keys of their own because they carry a value.
/// </summary>
internal enum Cue
{
    // With a value.
    Number,
    Multiplier,
    Currency,
    Cent,
    Unit,
    UnitAdverb,
    Task,
    Country,
    Platform,

    // How amounts and units are put together.
    Article,
    Per,
    Each,
    RangeTo,
    Between,
    Or,
    From,
    Vague,
    AtLeast,
    AtLeastAfter,
    UpTo,
    Reach,
    Almost,
    About,
    Within,
    For,
    Audio,

    // That an amount is pay.
    Earn,
    Get,
    Pay,
    Rate,
    Worker,
    GigWork,

    // That it is not.
    Company,
    Price,
    Deduction,
    NotForWork,
    Minimum,
    Hypothetical,
    Simulation,

    /// <summary>Opens an assumption that holds for the sentences after it: "let's say", "misalkan".</summary>
    Assumption,
    Advice,
    Goal,
    Wage,
    Threshold,

    /// <summary>After an amount: it is only how much more or less.</summary>
    Difference,

    // Who says it, and how.
    Average,
    Study,
    PlatformSays,
    Modal,
    Promise,
    Agreed,
    Asked,
    FirstPerson,
    ThirdPerson,
    Addressee,
    SomePerson,
    Past,
    Growth,
    Total,
    NetOf,

    /// <summary>What remains of pay: "left with", "sisa".</summary>
    Left,
    Confirmed,

    /// <summary>That it is so as a rule: "usually", "biasanya".</summary>
    Habit,

    /// <summary>Words of saying.</summary>
    Said,

    /// <summary>Words that bind a buyer: "must pay", "wajib membayar".</summary>
    MustPay,

    /// <summary>Words after which the source of a report is named: "dilansir dari", "YouTube channel".</summary>
    Attribution,

    /// <summary>With a colon it opens a worked example: "Example:", "Misalnya:".</summary>
    Example,

    /// <summary>Opens a line that only points to another article: "Baca juga".</summary>
    Related,

    /// <summary>Words that join a piece of work to its price: "tasks are", "surveys pay".</summary>
    Is,
    Share,

    // Statements beside pay; the rest of their phrases are in a table of their own.
    Statement,
    Working,
    Done,
    ConsistsOf,

    /// <summary>Taking out what one has earned: "cash out", "mencairkan".</summary>
    Withdraw,
    GiftCard,
    MayJoin,
    Sought,

    // Names of experience.
    Experience,
    Experienced,

    /// <summary>Professions and degrees: with AI training they make it an expert's.</summary>
    Expertise,

    /// <summary>Words before which a capitalised common word is a platform: "on Medium", "aplikasi Sampingan".</summary>
    PlatformBefore,

    /// <summary>Words that name a platform whatever it is called: "a website named …", "aplikasi bernama …".</summary>
    Named,
}
