using Analytics.Models.Reports;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Pages.Reports;

/// <summary>The form of a report (<c>_Form</c>): new, with a known key, or to correct one.</summary>
/// <param name="Action">Where it is sent.</param>
/// <param name="Faults">What is wrong with it, by field; what is wrong with none of them under "".</param>
/// <param name="HasKey">Whether the address holds the contributor's key, so that none is asked.</param>
/// <param name="Corrects">Whether it puts a report right.</param>
public sealed record ReportEntry(Asked Asked, ReportForm Form, IReadOnlyDictionary<string, string> Faults, string Action, bool HasKey, bool Corrects)
{
    private const int Months = 24;

    /// <summary>What is wrong, in the order of the fields.</summary>
    public IEnumerable<(string Field, string Sentence)> FaultsInOrder => ReportForm.Names.Prepend("").Where(Faults.ContainsKey).Select(name => (name, Faults[name]));

    public string? Fault(string field) => Faults.GetValueOrDefault(field);

    public string? Invalid(string field) => Faults.ContainsKey(field) ? "true" : null;

    /// <summary>Ids of what describes a field.</summary>
    public string? DescribedBy(string field, bool hasHint = false) =>
        string.Join(' ', new[] { Faults.ContainsKey(field) ? $"{field}-fault" : null, hasHint ? $"{field}-hint" : null }.OfType<string>()) is { Length: > 0 } ids ? ids : null;

    /// <summary>Whether what is folded away must be seen.</summary>
    public bool ShowsMore => Form.HasMore || ReportForm.Names.SkipWhile(n => n != "experience").Any(Faults.ContainsKey);

    /// <summary>The months to choose from, the latest first; one of before only where the form names it.</summary>
    public IEnumerable<DateOnly> MonthsToChoose
    {
        get
        {
            var first = new DateOnly(Asked.Today.Year, Asked.Today.Month, 1);
            var months = Enumerable.Range(0, Months).Select(n => first.AddMonths(-n)).ToList();
            var named = DateOnly.TryParseExact(Form["month"], "yyyy-MM", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var month);
            return named && month < months[^1] ? months.Append(month) : months;
        }
    }

    /// <summary>Whether the worker is asked for their key.</summary>
    public bool AsksKey => !HasKey && !Corrects;

    /// <summary>The wording of the consent that is agreed to by sending.</summary>
    public string ConsentText => Asked.Text[$"consent.{Consent.Version}"];
}
