using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.Models.Evidence;
using Analytics.Models.Money;

namespace Analytics.Models.Claims;

/// <summary>The form in which the command line prints a reading: one JSON object a line.</summary>
public static class ReadingJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// One line: <c>id</c>, <c>claims</c> with coarse kinds and canonical platform names, and <c>statements</c>. What is not stated is null.
    /// </summary>
    public static string Write(string id, Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return JsonSerializer.Serialize(new
        {
            Id = id,
            Claims = reading.Claims.Select(c => new
            {
                c.Quote,
                Platform = c.PlatformName,
                TaskType = c.TaskType is { } task ? Term.Of(task) : null,
                Kind = Term.Of(c.Kind.Coarse()),
                c.AmountMin,
                c.AmountMax,
                Bound = Term.Of(c.Bound),
                c.Currency,
                Unit = Unit(c.Unit),
                c.Tasks,
                c.Hours,
                c.PeriodMonths,
                c.Experience,
                c.Country,
            }),
            Statements = reading.Statements.Select(s => new
            {
                Topic = Term.Of(s.Topic),
                s.Quote,
                Platform = s.PlatformName,
                s.Value,
                s.Method,
                s.Countries,
            }),
        }, Options);
    }

    /// <summary>The unit's word. An hour of audio is no hour of work; labelled texts call it, like a page or a minute of audio, other.</summary>
    public static string Unit(PayUnit unit) => Term.Of(unit == PayUnit.AudioHour ? PayUnit.Other : unit);
}
