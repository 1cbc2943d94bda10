using AraWeb.Configuration;
using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Providers;
using AraWeb.Live;
using Microsoft.Extensions.Options;

namespace AraWeb.Jobs;

/// <summary>
/// Forecasts every watched series whose newest bar has no forecast of the present model yet, so that the ledger misses no bar. Passes over series that are
/// no longer growing: a forecast whose bar is already past could not be frozen. A series that cannot be forecast is named and tried again with its next bar.
/// </summary>
internal sealed class PredictWatchlistJob(
    IBarStore bars, IPredictor predictor, ILedgerStore ledger, ILiveFeed feed, IOptions<JobsOptions> options, TimeProvider time) : IAraJob
{
    /// <summary>The newest bar that was dealt with, per series. Lifetime: the process; bound: the series of the store.</summary>
    private readonly Dictionary<(Symbol, Timeframe), DateTimeOffset> _done = [];

    /// <inheritdoc/>
    public string Name => "predict-watchlist";

    /// <inheritdoc/>
    public string Description => "Forecasts the watched symbols when a bar has closed, and freezes the forecasts.";

    /// <inheritdoc/>
    public JobSchedule Schedule => JobSchedule.After(RefreshBarsJob.JobName);

    /// <inheritdoc/>
    public async Task<JobOutcome> RunAsync(JobContext context)
    {
        var due = await DueAsync(context.CancellationToken);
        var frozen = 0;
        var failures = new List<string>();
        for (var i = 0; i < due.Count; i++)
        {
            var (symbol, timeframe, newest) = due[i];
            context.ReportSubject($"{symbol} {timeframe.Code()}", (double)i / due.Count, $"Forecast {i + 1} of {due.Count}.");
            try
            {
                var result = await predictor.PredictAsync(
                    new PredictionRequest(symbol, timeframe, new Horizon(Horizon.Max), AsOf: null), context.CancellationToken);
                if (result.Frozen)
                {
                    frozen++;
                    feed.Publish(new Change(ChangeKind.Forecast, symbol, timeframe, time.GetUtcNow()));
                }
            }
            catch (Exception exception) when (exception is ModelException or DataProviderException)
            {
                failures.Add($"{symbol} {timeframe.Code()}: {exception.Message}");
            }

            _done[(symbol, timeframe)] = newest;
        }

        var outcome = frozen == 0 ? JobOutcome.Nothing : JobOutcome.Done(frozen == 1 ? "1 forecast." : $"{frozen} forecasts.");
        return outcome.With(failures);
    }

    /// <summary>Watched series that are growing and whose newest bar has no forecast: longest time frame first, as pages open with it.</summary>
    private async Task<List<(Symbol Symbol, Timeframe Timeframe, DateTimeOffset Newest)>> DueAsync(CancellationToken cancellationToken)
    {
        var watched = options.Value.ParseWatchlist();
        var instruments = await bars.ListAsync(cancellationToken);
        var due = new List<(Symbol, Timeframe, DateTimeOffset)>();
        foreach (var timeframe in options.Value.ParseTimeframes())
        {
            foreach (var instrument in instruments.Where(i => i.Timeframes.Contains(timeframe) && (watched.Count == 0 || watched.Contains(i.Symbol))))
            {
                var key = (instrument.Symbol, timeframe);
                if (await bars.NewestAsync(instrument.Symbol, timeframe, cancellationToken) is not { } newest
                    || (_done.TryGetValue(key, out var done) && done == newest)
                    || !IsGrowing(instrument, timeframe, newest))
                {
                    continue;
                }

                var last = await ledger.RecentAsync(instrument.Symbol, timeframe, limit: 1, cancellationToken);
                if (last is [var entry, ..] && entry.LastBar == newest && IsCurrent(entry))
                {
                    _done[key] = newest;
                }
                else
                {
                    due.Add((instrument.Symbol, timeframe, newest));
                }
            }
        }

        return due;
    }

    private static bool IsCurrent(ForecastEntry entry) => ForecastModel.IsOurs(entry.Provenance.ModelVersion);

    private bool IsGrowing(Instrument instrument, Timeframe timeframe, DateTimeOffset newest)
    {
        var calendar = TradingCalendar.For(instrument.AssetClass);
        return calendar.CloseOfBar(calendar.BarsAfter(newest, timeframe, count: 1)[0], timeframe) > time.GetUtcNow();
    }
}
