using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace Analytics.Web.Operations;

/// <summary>What came of holding a password against a hash.</summary>
public enum PasswordCheck
{
    Wrong,
    Right,

    /// <summary>Right, and its hash is weaker than those made today.</summary>
    RightButOld,

    /// <summary>So many are being checked that this one was not.</summary>
    Busy,
}

/// <summary>Hashes passwords with the framework's hasher and checks them, always with the same work, whether the name has an operator or not.</summary>
public sealed class Passwords(IPasswordHasher<string> hasher) : IDisposable
{
    /// <summary>Characters that a password has at least; there is no other rule.</summary>
    public const int Shortest = 12;

    /// <summary>Rounds of PBKDF2 with HMAC-SHA512.</summary>
    public const int Rounds = 210_000;

    // Each check is a tenth of a second of a processor: a flood of them must not take them all.
    private const int AtOnce = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim turns = new(AtOnce, AtOnce);

    // Of a password that nobody knows: what is typed for a name of nobody is held against it.
    private readonly string nobody = hasher.HashPassword("", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    /// <summary>Whether a password is long enough, counted in characters as people see them.</summary>
    public static bool IsLongEnough(string password) => new System.Globalization.StringInfo(password).LengthInTextElements >= Shortest;

    /// <summary>A hash to keep.</summary>
    public string Hash(string password) => hasher.HashPassword("", password);

    /// <summary>Checks a password against the hash that is kept.</summary>
    /// <param name="kept">Null where there is no operator of that name: then the work is done all the same, and the answer is <see cref="PasswordCheck.Wrong"/>.</param>
    public async Task<PasswordCheck> CheckAsync(string? kept, string password, CancellationToken stop)
    {
        if (!await turns.WaitAsync(Patience, stop))
            return PasswordCheck.Busy;
        try
        {
            var result = hasher.VerifyHashedPassword("", kept ?? nobody, password);
            return kept is null ? PasswordCheck.Wrong : result switch
            {
                PasswordVerificationResult.Success => PasswordCheck.Right,
                PasswordVerificationResult.SuccessRehashNeeded => PasswordCheck.RightButOld,
                _ => PasswordCheck.Wrong,
            };
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose() => turns.Dispose();
}
