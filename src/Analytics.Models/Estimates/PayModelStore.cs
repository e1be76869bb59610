using System.Text.Json;
using Analytics.Models.Rollups;
using Analytics.Models.Storage;
using Dapper;

namespace Analytics.Models.Estimates;

/// <summary>Keeps the model in use of each measure, and its card.</summary>
public sealed class PayModelStore(Database database)
{
    /// <summary>The cards, in the order of measures; none before the first run.</summary>
    public async Task<IReadOnlyList<ModelCard>> CardsAsync(CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        var cards = await connection.QueryAsync<string>(new CommandDefinition("select card::text from perjam.pay_model", cancellationToken: stop));
        return [.. cards.Select(c => JsonSerializer.Deserialize<ModelCard>(c, Rows.Json)!).OrderBy(c => c.Measure)];
    }

    /// <summary>The model in use for <paramref name="measure"/>; null where there is none, or it was written by another version of this program.</summary>
    public async Task<KeptModel?> FindAsync(PayMeasure measure, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        var kept = await connection.QuerySingleOrDefaultAsync<(string Card, byte[]? Models)>(new CommandDefinition(
            "select card::text, models from perjam.pay_model where measure = @measure", new { measure = Term.Of(measure) }, cancellationToken: stop));
        if (kept.Models is null || JsonSerializer.Deserialize<ModelCard>(kept.Card, Rows.Json)?.Model is not { } used)
            return null;
        try
        {
            return KeptModel.Read(used, kept.Models);
        }
        catch (PayTableException)
        {
            return null;
        }
    }

    /// <summary>Puts a card, and the model it is of, in the place of the measure's last.</summary>
    public async Task ReplaceAsync(ModelCard card, KeptModel? model, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into perjam.pay_model (measure, card, models) values (@measure, @card::jsonb, @models)
            on conflict (measure) do update set card = excluded.card, models = excluded.models
            """,
            new { measure = Term.Of(card.Measure), card = JsonSerializer.Serialize(card, Rows.Json), models = model?.Write() }, cancellationToken: stop));
    }
}
