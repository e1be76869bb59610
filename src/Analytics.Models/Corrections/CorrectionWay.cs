namespace Analytics.Models.Corrections;

/// <summary>What a request asks for.</summary>
public enum CorrectionWay
{
    /// <summary>Something on a page is wrong.</summary>
    Error,

    /// <summary>A platform answers what is said of it.</summary>
    Reply,

    /// <summary>A quote shall be taken down.</summary>
    TakeDown,
}

/// <summary>What has become of a request.</summary>
public enum CorrectionState
{
    /// <summary>It waits for the operator; nothing of it is public.</summary>
    Received,

    /// <summary>It was answered and changed no figure; a platform's reply is published with it.</summary>
    Answered,

    /// <summary>What was wrong has been put right.</summary>
    Corrected,

    /// <summary>It was not followed; the public sentence says why.</summary>
    Refused,
}

/// <summary>What is promised to whoever sends a request.</summary>
public static class CorrectionPromises
{
    /// <summary>After how long what is private of a case is deleted once it has ended.</summary>
    public static readonly TimeSpan PrivateFor = TimeSpan.FromDays(30);

    /// <summary>Days until the answer, counted from when the request was received.</summary>
    public static int Days(this CorrectionWay way) => way switch
    {
        CorrectionWay.TakeDown => 3,
        CorrectionWay.Reply => 7,
        _ => 14,
    };
}
