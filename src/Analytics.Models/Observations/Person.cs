namespace Analytics.Models.Observations;

/// <summary>Whom a claim is told of, compared across pages.</summary>
public static class Person
{
    /// <summary>The name in lower case, without marks.</summary>
    public static string Folded(string name) => Claims.Quotes.Folded(name);

    /// <summary>Whether it is a name, and no word for anybody ("a driver", "mahasiswa"): it has a capital or what only a handle has.</summary>
    public static bool IsNamed(string? person) => person is not null && person.Any(c => char.IsUpper(c) || char.IsDigit(c) || c is '_' or '.' or '@');

    /// <summary>Whether two names may be of one person: the same, or one a part of the other ("Raman", "Priya Raman").</summary>
    public static bool Fits(string a, string b)
    {
        var (x, y) = (Folded(a).Split(' '), Folded(b).Split(' '));
        return x.Length <= y.Length ? x.All(y.Contains) : y.All(x.Contains);
    }
}
