using System.Collections.Concurrent;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Chain;

namespace AraWeb.Engine.Providers.Transfer;

/// <summary>
/// Brings the store up to date from the providers: asks for bars newer than the store's newest, and for a few older ones in case they were revised. Made to be
/// called every few seconds: where a provider says the same as last time, nothing is written. Publishes nothing; the caller learns what changed.
/// </summary>
public sealed class BarRefresh(IReadOnlyList<IMarketDataProvider> providers, IBarStore store, TimeProvider timeProvider)
{
    /// <summary>Bars before the store's newest that are asked for again: sources revise the last session or two.</summary>
    private const int OverlapBars = 3;

    /// <summary>Fingerprint of the last answer per series. Lifetime: the process; bound: one number per series that the providers list.</summary>
    private readonly ConcurrentDictionary<(string Provider, Symbol Symbol, Timeframe Timeframe), int> _answers = new();

    /// <summary>Refreshes every instrument of every provider.</summary>
    /// <param name="progress">Gets the share done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work between two series; those that were written stay.</param>
    /// <exception cref="StorageException">The store cannot be read or written.</exception>
    public async ValueTask<RefreshReport> RefreshAsync(IProgress<double> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var changed = new List<RefreshedBars>();
        var failures = new List<string>();
        for (var i = 0; i < providers.Count; i++)
        {
            try
            {
                var instruments = await providers[i].ListAsync(cancellationToken).ConfigureAwait(false);
                for (var k = 0; k < instruments.Count; k++)
                {
                    await RefreshAsync(providers[i], instruments[k], changed, failures, cancellationToken).ConfigureAwait(false);
                    progress.Report((i + ((k + 1.0) / instruments.Count)) / providers.Count);
                }
            }
            catch (DataProviderException error)
            {
                failures.Add($"{providers[i].Name}: {error.Message} {error.Advice}");
            }
        }

        return new RefreshReport(changed, failures) { Fallbacks = Fallbacks() };
    }

    /// <summary>Refreshes one instrument from the first provider that has it. A symbol that only the store has (it was imported) is left as it is.</summary>
    /// <exception cref="UnknownSymbolException">Neither a provider nor the store has it.</exception>
    /// <exception cref="StorageException">The store cannot be read or written.</exception>
    public async ValueTask<RefreshReport> RefreshAsync(Symbol symbol, CancellationToken cancellationToken)
    {
        var changed = new List<RefreshedBars>();
        var failures = new List<string>();
        foreach (var provider in providers)
        {
            try
            {
                var instrument = await provider.FindAsync(symbol, cancellationToken).ConfigureAwait(false);
                await RefreshAsync(provider, instrument, changed, failures, cancellationToken).ConfigureAwait(false);
                return new RefreshReport(changed, failures);
            }
            catch (UnknownSymbolException)
            {
                // The next provider may have it; if none does, the store's answer below stands for all.
            }
            catch (DataProviderException error)
            {
                failures.Add($"{provider.Name}: {error.Message} {error.Advice}");
            }
        }

        _ = await store.FindAsync(symbol, cancellationToken).ConfigureAwait(false);
        return new RefreshReport(changed, failures);
    }

    private async ValueTask RefreshAsync(
        IMarketDataProvider provider, Instrument instrument, List<RefreshedBars> changed, List<string> failures, CancellationToken cancellationToken)
    {
        foreach (var timeframe in instrument.Timeframes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                if (await RefreshAsync(provider, instrument, timeframe, cancellationToken).ConfigureAwait(false) is { } bars)
                {
                    changed.Add(bars);
                }
            }
            catch (AraException error) when (error is DataProviderException or InputException)
            {
                failures.Add($"{instrument.Symbol} {timeframe.Code()}: {error.Message} {error.Advice}");
            }
        }
    }

    private async ValueTask<RefreshedBars?> RefreshAsync(
        IMarketDataProvider provider, Instrument instrument, Timeframe timeframe, CancellationToken cancellationToken)
    {
        var newest = await store.NewestAsync(instrument.Symbol, timeframe, cancellationToken).ConfigureAwait(false);
        var query = new BarQuery(instrument.Symbol, timeframe) { From = newest - (OverlapBars * timeframe.Length()) };
        var bars = await provider.ReadAsync(query, cancellationToken).ConfigureAwait(false);
        var key = (provider.Name, instrument.Symbol, timeframe);
        var answer = Fingerprint(bars, newest);
        if (bars.Count == 0 || (_answers.TryGetValue(key, out var last) && last == answer))
        {
            return null;
        }

        var written = await store.WriteAsync(instrument, bars, timeProvider.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        if (written > 0)
        {
            // The store's newest moved, so the next question differs: its answer is written once more and then known.
            return new RefreshedBars(instrument.Symbol, timeframe, written, bars[bars.Count - 1].Time);
        }

        _answers[key] = answer;
        return null;
    }

    private IReadOnlyList<string> Fallbacks() =>
    [
        .. from chain in providers.OfType<MarketChain>()
           from answer in chain.Answers
           from words in answer.Fallbacks
           select $"{answer.Symbol} {answer.Timeframe.Code()}: {words}",
    ];

    private static int Fingerprint(BarSeries bars, DateTimeOffset? newest)
    {
        var hash = default(HashCode);
        hash.Add(newest);
        for (var i = 0; i < bars.Count; i++)
        {
            hash.Add(bars[i]);
        }

        return hash.ToHashCode();
    }
}
