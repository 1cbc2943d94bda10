using AraWeb.Engine.Core;

namespace AraWeb.Engine.Store.Forecasts;

/// <summary>A row of <c>forecasts</c>: written once, never changed; triggers hold that against every program.</summary>
internal sealed class ForecastRow
{
    /// <summary>Place in the order of issue, without gaps in what was committed.</summary>
    public long Number { get; init; }

    public required Guid Id { get; init; }

    public required string Symbol { get; init; }

    /// <summary>The time frame's code.</summary>
    public required string Timeframe { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required DateTimeOffset LastBar { get; init; }

    public required double LastClose { get; init; }

    public required string ModelVersion { get; init; }

    public required string InputsHash { get; init; }

    public required string Source { get; init; }

    public required bool IsSimulated { get; init; }

    public required DateTimeOffset DataAsOf { get; init; }

    public required int BarCount { get; init; }

    /// <summary>A JSON array of texts.</summary>
    public required string Fallbacks { get; init; }

    /// <summary>Null in forecasts from before the ledger kept it, as are verdict and models.</summary>
    public int? RuleVersion { get; init; }

    /// <summary>A JSON array of texts.</summary>
    public string? Models { get; init; }

    /// <summary>Null where it was not known.</summary>
    public RegimeType? Regime { get; init; }

    public VerdictKind? Verdict { get; init; }

    public string? VerdictReason { get; init; }

    public List<HorizonRow> Horizons { get; init; } = [];
}
