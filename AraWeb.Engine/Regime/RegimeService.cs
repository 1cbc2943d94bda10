using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Providers.Validation;
using AraWeb.Engine.Volatility;

namespace AraWeb.Engine.Regime;

/// <summary>
/// Reads the bars known at the moment asked for, follows their states and reports the newest. Equal bars give the same answer at once, from a cache. The state
/// named is the one that forecasts use and rests on the symbol's own bars; a further view adds implied volatility, correlation and breadth of the market where
/// the source has them.
/// </summary>
public sealed class RegimeService(IBarSource source, RegimeCache cache, TimeProvider time)
{
    /// <summary>Newest bars that are used at most, as many as a forecast uses, so that both name the same state.</summary>
    public const int MaxBars = 2 * RegimeTrack.Window;

    private const string Version = $"{RegimeTrack.Version}+{RegimeReporter.HmmVersion}";

    /// <summary>The state of a symbol.</summary>
    /// <exception cref="InputException">The moment lies in the future.</exception>
    /// <exception cref="UnknownSymbolException">The symbol, or this time frame of it, is not here.</exception>
    /// <exception cref="InsufficientDataException">There are too few bars.</exception>
    /// <exception cref="ModelException">The bars carry no state, for example because prices never moved.</exception>
    /// <exception cref="DataProviderException">The bars cannot be read.</exception>
    public async Task<RegimeResult> DetectAsync(RegimeRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var now = time.GetUtcNow();
        if (request.AsOf > now)
        {
            throw new InputException(RegimeRequest.AsOfName, request.AsOf.Value.ToString("u"), "Choose a moment that has passed, or leave it out for now.");
        }

        var instrument = await source.FindAsync(request.Symbol, cancellationToken);
        var query = new BarQuery(instrument.Symbol, request.Timeframe) { AsOf = request.AsOf ?? now, Last = MaxBars };
        var bars = await source.ReadAsync(query, cancellationToken);
        if (bars.Count < RegimeTrack.RequiredBars)
        {
            throw new InsufficientDataException(instrument.Symbol, bars.Count, RegimeTrack.RequiredBars);
        }

        var market = await MarketColumns.ReadAsync(source, instrument, bars, query, cancellationToken);
        var hash = BarsHash.Compute(bars, Version + market.InputsHash);
        var report = await cache.GetAsync(hash, () => Report(bars, market), cancellationToken);
        var last = bars[bars.Count - 1];
        var provenance = new Provenance(
            instrument.Source,
            instrument.IsSimulated,
            TradingCalendar.For(bars.AssetClass).CloseOfBar(last.Time, bars.Timeframe),
            bars.Count,
            Version,
            hash,
            UnadjustedSplits.In(bars));
        return new RegimeResult(instrument, bars.Timeframe, last.Time, last.Close, report, provenance);
    }

    private static RegimeReport Report(BarSeries bars, MarketColumns market)
    {
        var (track, wider) = (new RegimeTrack(), new RegimeTrack());
        var variances = RangeVariance.Compute(bars);
        for (var t = 0; t < variances.Length; t++)
        {
            var observation = new RegimeObservation(bars.Close[t], variances[t], bars.Volume[t]);
            track.Add(observation);
            if (!market.IsEmpty)
            {
                wider.Add(market.Add(t, observation));
            }
        }

        var report = RegimeReporter.Report(track) ?? throw new ModelException(
            $"{bars.Symbol} has {bars.Count} bars, but {track.UnusedBars} of them have prices that do not move: there is no state to tell.",
            "Look at the bars, or choose another time frame.");
        return RegimeReporter.WithMarket(report, wider);
    }
}
