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
        RuleVersion = entry.RuleVersion,
        Models = JsonSerializer.Serialize(entry.Models),
        Regime = entry.Regime,
        Verdict = entry.Verdict.Kind,
        VerdictReason = entry.Verdict.Reason,
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
            Texts(row.Fallbacks)),
        [.. row.Horizons.OrderBy(horizon => horizon.Bars).Select(ToHorizon)])
    {
        // The rule had no number before; it was the first one.
        RuleVersion = row.RuleVersion ?? 1,
        Models = row.Models is { } models ? Texts(models) : [],
        Regime = row.Regime,
        Verdict = row.Verdict is { } kind ? new Verdict(kind, row.VerdictReason ?? string.Empty) : Verdict.Plain,
    };

    /// <summary>True for what a row throws that holds what nobody can have frozen.</summary>
    public static bool IsNoEntry(Exception error) =>
        error is ArgumentException or InputException or FormatException or InvalidOperationException or InvalidCastException or JsonException;

    /// <summary>The error for such a row.</summary>
    public static StorageException Changed(Exception error) => new(
        $"The ledger holds an entry that was changed after it was frozen: {error.Message}",
        "Run 'ara ledger verify', which names it, and put ara.db back from a backup.",
        error);

    /// <summary>Adds an outcome to a pending horizon.</summary>
    public static void Decide(HorizonRow row, Outcome outcome, long recordNumber)
    {
        row.RecordNumber = recordNumber;
        row.State = outcome.State;
        row.DecidedAt = outcome.DecidedAt;
        row.Close = Known(outcome.Close);
        row.Return = Known(outcome.Return);
        row.Crps = Known(outcome.Crps);
    }

    private static HorizonRow ToRow(FrozenHorizon horizon)
    {
        var quantiles = horizon.Returns.Values;
        return new HorizonRow
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
            DriftMean = Known(horizon.Baselines?.DriftMean),
            DriftDeviation = Known(horizon.Baselines?.DriftDeviation),
            ConeDeviation = Known(horizon.Baselines?.ConeDeviation),
            EwmaDeviation = Known(horizon.Baselines?.EwmaDeviation),
            HarDeviation = Known(horizon.Baselines?.HarDeviation),
        };
    }

    private static FrozenHorizon ToHorizon(HorizonRow row) => new(
        row.Bars,
        row.DueBar,
        new Quantiles([row.Q025, row.Q050, row.Q100, row.Q250, row.Q500, row.Q750, row.Q900, row.Q950, row.Q975]),
        row.Mean,
        row.ProbabilityUp,
        row.State is { } state
            ? new Outcome(state, row.DecidedAt ?? default, Number(row.Close), Number(row.Return), Number(row.Crps))
            : null)
    {
        Baselines = row is { DriftMean: null, DriftDeviation: null, ConeDeviation: null, EwmaDeviation: null, HarDeviation: null }
            ? null
            : new FrozenBaselines(
                Number(row.DriftMean), Number(row.DriftDeviation), Number(row.ConeDeviation), Number(row.EwmaDeviation), Number(row.HarDeviation)),
    };

    private static string[] Texts(string json) => JsonSerializer.Deserialize<string[]>(json) ?? [];

    private static double? Known(double? value) => value is { } known && !double.IsNaN(known) ? known : null;

    private static double Number(double? value) => value ?? double.NaN;
}
