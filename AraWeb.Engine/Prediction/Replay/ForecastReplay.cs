using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Prediction.Means;
using AraWeb.Engine.Providers;

namespace AraWeb.Engine.Prediction.Replay;

/// <summary>
/// Use case: makes a frozen forecast again from the bars as they were known at its issue, by the same code, and compares. A difference means that
/// the entry, the bars or the code is not what it was. Writes nothing.
/// </summary>
/// <param name="bars">A source that knows what was known when.</param>
/// <param name="pools">Where the pooled models are that forecasts name.</param>
public sealed class ForecastReplay(IBarSource bars, IPooledModels pools)
{
    /// <summary>Replays one entry.</summary>
    /// <exception cref="DataProviderException">The bars cannot be read.</exception>
    public async Task<ReplayResult> ReplayAsync(ForecastEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var (isOurs, tag) = ForecastModel.Parse(entry.Provenance.ModelVersion);
        if (!isOurs)
        {
            return Unequal(
                entry, ReplayState.OtherModel, $"Made by the model {entry.Provenance.ModelVersion}; this program has {ForecastModel.Version}.");
        }

        var choice = tag is null ? PoolChoice.None(string.Empty) : await pools.FindAsync(tag, cancellationToken);
        if (tag is not null && choice.Pool is null)
        {
            return Unequal(entry, ReplayState.OtherModel, $"It cannot be made again: {choice.Note}.");
        }

        var (instrument, series) = await ReadAsync(entry, cancellationToken);
        if (instrument is null || series is null)
        {
            return Unequal(entry, ReplayState.NoBars, $"The bars of {entry.Symbol} that it was made from are not held any more.");
        }

        if (BarsHash.Compute(series, entry.Provenance.ModelVersion) != entry.Provenance.InputsHash)
        {
            return Unequal(
                entry,
                ReplayState.OtherBars,
                $"The {series.Count} bars that were known at its issue are not those that it names by their hash: one was changed, or came in late.");
        }

        return Compare(entry, instrument, series, choice);
    }

    private static ReplayResult Compare(ForecastEntry entry, Instrument instrument, BarSeries series, PoolChoice choice)
    {
        var forecast = SymbolForecast.Compute(series, entry.IssuedAt, choice.Pool);
        var result = ForecastService.Result(instrument, series, forecast, choice, entry.Provenance.InputsHash);
        var comparison = new EntryComparison(entry, LedgeredPredictor.Entry(result, series));
        return comparison.Differences.Count == 0
            ? new ReplayResult(entry, ReplayState.Equal, "Equal to the bit.", comparison.Compared, [])
            : new ReplayResult(
                entry,
                ReplayState.Differs,
                $"{comparison.Differences.Count} of {comparison.Compared} values differ.",
                comparison.Compared,
                comparison.Differences);
    }

    private static ReplayResult Unequal(ForecastEntry entry, ReplayState state, string message) => new(entry, state, message, Compared: 0, []);

    // Bars that came in after the issue with an earlier time are known by their own time, so the last bar of the entry bounds the series too.
    private async Task<(Instrument? Instrument, BarSeries? Series)> ReadAsync(ForecastEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            var instrument = await bars.FindAsync(entry.Symbol, cancellationToken);
            var known = await bars.ReadAsync(new BarQuery(entry.Symbol, entry.Timeframe) { AsOf = entry.IssuedAt }, cancellationToken);
            var last = known.Times.BinarySearch(entry.LastBar.ToUnixTimeMilliseconds());
            var count = entry.Provenance.BarCount;
            return instrument.Symbol == entry.Symbol && count >= ForecastModel.RequiredBars && last + 1 >= count
                ? (instrument, known.Slice(last + 1 - count, count))
                : (null, null);
        }
        catch (UnknownSymbolException)
        {
            return (null, null);
        }
    }
}
