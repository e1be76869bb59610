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

    /// <summary>What the models in use say of persons, in the order of their words.</summary>
    public async Task<IReadOnlyList<PersonalEstimate>> PersonalAsync(CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ListAsync<PersonalEstimate>(
            """
            select * from perjam.personal_estimate
            order by measure desc, task_type, platform collate "C" nulls first, experience collate "C" nulls first, country collate "C" nulls first
            """, stop: stop);
    }

    /// <summary>Puts a card, the model it is of and what that says of persons in the place of the measure's last.</summary>
    public Task ReplaceAsync(ReportModel made, CancellationToken stop) => database.InTransactionAsync(async (connection, _) =>
    {
        var (card, measure) = (made.Card, Term.Of(made.Card.Measure));
        await connection.ExecuteAsync(new CommandDefinition("delete from perjam.personal_estimate where measure = @measure", new { measure }, cancellationToken: stop));
        await connection.InsertAsync("perjam.personal_estimate", made.Personal, stop);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into perjam.pay_model (measure, card, models) values (@measure, @card::jsonb, @models)
            on conflict (measure) do update set card = excluded.card, models = excluded.models
            """,
            new { measure, card = JsonSerializer.Serialize(card, Rows.Json), models = made.Model?.Write() }, cancellationToken: stop));
    }, stop);
}
