using System.Diagnostics;
using System.Globalization;
using Analytics.Web.Operations;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Analytics.Web.Tests.Operations;

/// <summary>Passwords with the hasher that the site really uses.</summary>
public sealed class PasswordsTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Right = "a sentence that is long";

    // The measure asks for more.
    private static readonly int Logins = int.Parse(Environment.GetEnvironmentVariable("PERJAM_LOGINS") ?? "3", CultureInfo.InvariantCulture);

    private Passwords Passwords => site.Services.GetRequiredService<Passwords>();

    [Fact]
    public async Task A_password_is_right_or_wrong_and_its_hash_is_never_the_same_twice()
    {
        var (kept, again) = (Passwords.Hash(Right), Passwords.Hash(Right));
        Assert.NotEqual(kept, again);
        Assert.DoesNotContain(Right, kept, StringComparison.Ordinal);
        Assert.Equal(PasswordCheck.Right, await Passwords.CheckAsync(kept, Right, CancellationToken.None));
        Assert.Equal(PasswordCheck.Wrong, await Passwords.CheckAsync(kept, Right + " ", CancellationToken.None));
        Assert.Equal(PasswordCheck.Wrong, await Passwords.CheckAsync(null, Right, CancellationToken.None));
    }

    [Fact]
    public async Task A_hash_of_fewer_rounds_is_right_and_to_be_made_anew()
    {
        var old = new PasswordHasher<string>(Options.Create(new PasswordHasherOptions { IterationCount = Passwords.Rounds / 2 })).HashPassword("", Right);
        Assert.Equal(PasswordCheck.RightButOld, await Passwords.CheckAsync(old, Right, CancellationToken.None));
    }

    [Fact]
    public async Task A_name_of_nobody_is_the_same_work_as_a_wrong_password()
    {
        var recorder = new Recorder(site.Services.GetRequiredService<IPasswordHasher<string>>());
        using var passwords = new Passwords(recorder);
        var kept = passwords.Hash(Right);
        var times = new Dictionary<string, List<double>> { ["known"] = [], ["unknown"] = [] };
        // In turns, so that whatever else the machine does falls on both.
        for (var i = 0; i < Logins; i++)
        {
            foreach (var (name, all) in times)
            {
                var began = Stopwatch.GetTimestamp();
                await passwords.CheckAsync(name == "known" ? kept : null, "wrong password", CancellationToken.None);
                all.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        // The head of a hash is its kind, its function, its rounds and the length of its salt. Times are for the measure: a busy machine has its own.
        Assert.Equal(2 * Logins, recorder.Hashes.Count);
        Assert.Single(recorder.Hashes.Select(h => (Convert.ToHexString(Convert.FromBase64String(h).AsSpan(0, 13)), h.Length)).Distinct());
        Assert.Equal(2, recorder.Hashes.Distinct().Count());
        foreach (var (name, all) in times)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"figure ms_{name}_name_at_least {all.Min():0.00}"));
    }

    /// <summary>Notes what a password is held against.</summary>
    private sealed class Recorder(IPasswordHasher<string> real) : IPasswordHasher<string>
    {
        public List<string> Hashes { get; } = [];

        public string HashPassword(string user, string password) => real.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(string user, string hashedPassword, string providedPassword)
        {
            Hashes.Add(hashedPassword);
            return real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
