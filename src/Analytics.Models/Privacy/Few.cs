namespace Analytics.Models.Privacy;

/// <summary>Distinct contributors, counted up to the number that protects them: more than that need not be told apart.</summary>
internal struct Few
{
    private readonly int[] members = new int[Disclosure.LeastContributors];

    public Few()
    {
    }

    /// <summary>How many there are; <see cref="Disclosure.LeastContributors"/> stands for that many and more.</summary>
    public int Count { get; private set; }

    public readonly bool IsMany => Count == members.Length;

    /// <summary>Counts <paramref name="contributor"/> unless he is counted already or there are many.</summary>
    public void Add(int contributor)
    {
        if (!IsMany && Array.IndexOf(members, contributor, 0, Count) < 0)
            members[Count++] = contributor;
    }

    /// <summary>Begins anew.</summary>
    public void Clear() => Count = 0;
}
