using System.Text.Json;
using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;

namespace AraWeb.Engine.Store.Forecasts;

/// <summary>Entries of the ledger as rows and back, without loss for the horizons that are kept.</summary>
internal static class ForecastMapping
{
    /// <summary>The rows of an entry, with the horizons that the ledger keeps.</summary>
    public static ForecastRow ToRow(ForecastEntry entry) => new()
    {
        Id = entry.Id,
        Symbol = entry.Symbol.Text,
        Timeframe = entry.Timeframe.Code(),
        IssuedAt = entry.IssuedAt,
        LastBar = entry.LastBar,
        LastClose = entry.LastClose,
        ModelVersion = entry.Provenance.ModelVersion,
        InputsHash = entry.Provenance.InputsHash,
        Source = entry.Provenance.Source,
        IsSimulated = entry.Provenance.IsSimulated,
        DataAsOf = entry.Provenance.DataAsOf,
        BarCount = entry.Provenance.BarCount,
        Fallbacks = JsonSerializer.Serialize(entry.Provenance.Fallbacks),
        Horizons = [.. entry.Horizons.Where(horizon => LedgerHorizons.Keeps(entry.Timeframe, horizon.Bars)).Select(ToRow)],
    };

    /// <summary>The entry of a row that was read with its horizons.</summary>
    public static ForecastEntry ToEntry(ForecastRow row) => new(
        row.Id,
        Symbol.Parse(row.Symbol),
        Timeframes.Parse(row.Timeframe),
        row.IssuedAt,
        row.LastBar,
        row.LastClose,
        new Provenance(
            row.Source,
            row.IsSimulated,
            row.DataAsOf,
            row.BarCount,
            row.ModelVersion,
            row.InputsHash,
            JsonSerializer.Deserialize<string[]>(row.Fallbacks) ?? []),
        [.. row.Horizons.OrderBy(horizon => horizon.Bars).Select(ToHorizon)]);

    /// <summary>Adds an outcome to a pending horizon.</summary>
    public static void Decide(HorizonRow row, Outcome outcome)
    {
        row.State = outcome.State;
        row.DecidedAt = outcome.DecidedAt;
        row.Close = Known(outcome.Close);
        row.Return = Known(outcome.Return);
        row.Crps = Known(outcome.Crps);
    }

    private static HorizonRow ToRow(FrozenHorizon horizon)
    {
        var quantiles = horizon.Returns.Values;
        var row = new HorizonRow
        {
            Bars = horizon.Bars,
            DueBar = horizon.DueBar,
            Q025 = quantiles[0],
            Q050 = quantiles[1],
            Q100 = quantiles[2],
            Q250 = quantiles[3],
            Q500 = quantiles[4],
            Q750 = quantiles[5],
            Q900 = quantiles[6],
            Q950 = quantiles[7],
            Q975 = quantiles[8],
            Mean = horizon.Mean,
            ProbabilityUp = horizon.ProbabilityUp,
        };
        if (horizon.Outcome is { } outcome)
        {
            Decide(row, outcome);
        }

        return row;
    }

    private static FrozenHorizon ToHorizon(HorizonRow row) => new(
        row.Bars,
        row.DueBar,
        new Quantiles([row.Q025, row.Q050, row.Q100, row.Q250, row.Q500, row.Q750, row.Q900, row.Q950, row.Q975]),
        row.Mean,
        row.ProbabilityUp,
        row.State is { } state
            ? new Outcome(state, row.DecidedAt ?? default, row.Close ?? double.NaN, row.Return ?? double.NaN, row.Crps ?? double.NaN)
            : null);

    private static double? Known(double value) => double.IsNaN(value) ? null : value;
}
