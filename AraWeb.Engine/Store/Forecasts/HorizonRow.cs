using AraWeb.Engine.Ledger;

namespace AraWeb.Engine.Store.Forecasts;

/// <summary>A row of <c>forecast_horizons</c>. The distribution is written once; the outcome is added once and stays.</summary>
internal sealed class HorizonRow
{
    /// <summary><see cref="ForecastRow.Number"/> of the forecast.</summary>
    public long ForecastNumber { get; init; }

    public required int Bars { get; init; }

    public required DateTimeOffset DueBar { get; init; }

    public required double Q025 { get; init; }

    public required double Q050 { get; init; }

    public required double Q100 { get; init; }

    public required double Q250 { get; init; }

    public required double Q500 { get; init; }

    public required double Q750 { get; init; }

    public required double Q900 { get; init; }

    public required double Q950 { get; init; }

    public required double Q975 { get; init; }

    public required double Mean { get; init; }

    public required double ProbabilityUp { get; init; }

    /// <summary>Null where it could not be told and in forecasts from before the ledger kept it, as are the other rivals' numbers.</summary>
    public double? DriftMean { get; init; }

    public double? DriftDeviation { get; init; }

    public double? ConeDeviation { get; init; }

    public double? EwmaDeviation { get; init; }

    public double? HarDeviation { get; init; }

    /// <summary>Null while pending.</summary>
    public OutcomeState? State { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Null while pending and when void, as are return and score.</summary>
    public double? Close { get; set; }

    public double? Return { get; set; }

    public double? Crps { get; set; }

    /// <summary><see cref="LedgerRecordRow.Number"/> of the record that seals the outcome; null while pending and for outcomes from before the chain.</summary>
    public long? RecordNumber { get; set; }
}
