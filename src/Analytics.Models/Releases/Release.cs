using System.Collections.Frozen;
using Analytics.Models.Estimates;

namespace Analytics.Models.Releases;

/// <summary>What identifies a release.</summary>
/// <param name="Id">Opaque and immutable; carried by every page, chart, file and citation.</param>
/// <param name="Number">1, 2, 3, …</param>
/// <param name="MadeAt">When it was published.</param>
/// <param name="Simulated">Whether its reports are made up: the demonstration.</param>
public sealed record ReleaseHead(string Id, int Number, DateTimeOffset MadeAt, bool Simulated);

/// <summary>A frozen, numbered publication. Everything the site shows comes from one of these.</summary>
public sealed record Release
{
    public required ReleaseHead Head { get; init; }
    public required IReadOnlyList<PlatformRow> Platforms { get; init; }
    public required IReadOnlyList<FigureRow> Figures { get; init; }
    public required IReadOnlyList<ClaimRow> Claims { get; init; }
    public required IReadOnlyList<StatementRow> Statements { get; init; }
    public required IReadOnlyList<CellRow> Cells { get; init; }
    public required IReadOnlyList<CheckRow> Checks { get; init; }

    /// <summary>How far promises run above pay.</summary>
    public required IReadOnlyList<AdvertGap> AdvertGaps { get; init; }

    /// <summary>The model of each measure.</summary>
    public required IReadOnlyList<ModelCard> ModelCards { get; init; }

    /// <summary>What the model says of persons.</summary>
    public required IReadOnlyList<PersonalRow> Personal { get; init; }

    /// <summary>How much paid work contributors got.</summary>
    public required IReadOnlyList<WorkHoursRow> WorkHours { get; init; }

    /// <summary>Reports one by one, of the quarters that this release is the one to publish. They are in the dataset alone; none where the release was read without them.</summary>
    public IReadOnlyList<ReportRow> Reports { get; init; } = [];

    /// <summary>Every quarter whose reports are published, and by which release.</summary>
    public IReadOnlyList<ReportQuarterRow> ReportQuarters { get; init; } = [];
    public required IReadOnlyList<ExchangeRateRow> ExchangeRates { get; init; }
    public required IReadOnlyList<MinimumWageRow> MinimumWages { get; init; }

    /// <summary>Every table but the reports as a file of records, in the order they are listed above.</summary>
    public IReadOnlyList<ReleaseTable> Tables() =>
    [
        ReleaseTable.Of(Platforms, Head.Simulated), ReleaseTable.Of(Figures, Head.Simulated), ReleaseTable.Of(Claims, Head.Simulated), ReleaseTable.Of(Statements, Head.Simulated),
        ReleaseTable.Of(Cells, Head.Simulated), ReleaseTable.Of(Checks, Head.Simulated), ReleaseTable.Of(AdvertGaps, Head.Simulated),
        ReleaseTable.Of(ModelCards, Head.Simulated), ReleaseTable.Of(Personal, Head.Simulated), ReleaseTable.Of(WorkHours, Head.Simulated),
        ReleaseTable.Of(ReportQuarters, Head.Simulated),
        ReleaseTable.Of(ExchangeRates, Head.Simulated), ReleaseTable.Of(MinimumWages, Head.Simulated),
    ];

    /// <summary>A release from its files.</summary>
    /// <exception cref="KeyNotFoundException">A table is missing.</exception>
    public static Release Read(ReleaseHead head, IReadOnlyDictionary<string, byte[]> files)
    {
        byte[]? Find<T>() => files.GetValueOrDefault(ReleaseTable.NameOf<T>()) ?? files.GetValueOrDefault(ReleaseTable.BareNameOf<T>());
        IReadOnlyList<T> Table<T>() => ReleaseTable.Read<T>(Find<T>() ?? throw new KeyNotFoundException($"Release {head.Number} has no {ReleaseTable.BareNameOf<T>()}."));
        // Releases made before there was such a table have none of it.
        IReadOnlyList<T> Later<T>() => Find<T>() is { } content ? ReleaseTable.Read<T>(content) : [];
        return new()
        {
            Head = head,
            Platforms = Table<PlatformRow>(),
            Figures = Table<FigureRow>(),
            Claims = Table<ClaimRow>(),
            Statements = Table<StatementRow>(),
            Cells = Table<CellRow>(),
            Checks = Table<CheckRow>(),
            AdvertGaps = Later<AdvertGap>(),
            ModelCards = Later<ModelCard>(),
            Personal = Later<PersonalRow>(),
            WorkHours = Later<WorkHoursRow>(),
            ReportQuarters = Later<ReportQuarterRow>(),
            ExchangeRates = Table<ExchangeRateRow>(),
            MinimumWages = Table<MinimumWageRow>(),
        };
    }

    /// <summary>This release with its id in every row of reports that it computed itself.</summary>
    public Release Named(string id) => this with
    {
        Cells = [.. Cells.Select(c => c.Contributors is null || c.FromRelease is not null ? c : c with { FromRelease = id })],
        Personal = [.. Personal.Select(p => p.FromRelease is not null ? p : p with { FromRelease = id })],
        WorkHours = [.. WorkHours.Select(h => h.FromRelease is not null ? h : h with { FromRelease = id })],
        ReportQuarters = [.. ReportQuarters.Select(q => q.FromRelease is not null ? q : q with { FromRelease = id })],
        bySlug = null,
    };

    private FrozenDictionary<string, PlatformRow>? bySlug;

    /// <summary>The platform called <paramref name="slug"/>, or null.</summary>
    public PlatformRow? Platform(string slug) =>
        (bySlug ??= Platforms.ToFrozenDictionary(p => p.Slug, StringComparer.OrdinalIgnoreCase)).GetValueOrDefault(slug);
}
