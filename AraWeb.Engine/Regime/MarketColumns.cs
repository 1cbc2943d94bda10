using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;

namespace AraWeb.Engine.Regime;

/// <summary>
/// What a source knows of the market around an instrument, bar by bar: the market's own return, its implied volatility, and breadth, the share of instruments
/// of the class that stand above their average of 50 bars. Simulated and real instruments never mix. A bar of the market counts only if it had closed when the
/// instrument's bar did.
/// </summary>
internal sealed class MarketColumns
{
    private const int AverageBars = 50;

    /// <summary>Instruments that breadth is taken of at most, in the order of their symbols, and at least: fewer are no market.</summary>
    private const int MostMembers = 60;

    private const int FewestMembers = 10;

    /// <summary>Bars after which an index value is too old to be called the market's.</summary>
    private const int MostBarsOld = 5;

    /// <summary>Tickers of the broad market by class, the first that is there counts.</summary>
    private static readonly Dictionary<AssetClass, string[]> Markets = new()
    {
        [AssetClass.Stock] = ["SPY", "SPX", "^GSPC"],
        [AssetClass.Etf] = ["SPY", "SPX", "^GSPC"],
        [AssetClass.Index] = ["SPX", "^GSPC", "SPY"],
        [AssetClass.Crypto] = ["BTCUSDT", "BTC-USD", "BTCUSD"],
    };

    /// <summary>Tickers of implied volatility by class.</summary>
    private static readonly Dictionary<AssetClass, string[]> ImpliedVolatilities = new()
    {
        [AssetClass.Stock] = ["VIX", "^VIX"],
        [AssetClass.Etf] = ["VIX", "^VIX"],
        [AssetClass.Index] = ["VIX", "^VIX"],
    };

    private readonly double[] _returns;
    private readonly double[] _implied;
    private readonly double[] _breadth;

    private MarketColumns(int count)
    {
        _returns = NaNs(count);
        _implied = NaNs(count);
        _breadth = NaNs(count);
    }

    /// <summary>Hash over all bars that were looked at; empty when there were none.</summary>
    public string InputsHash { get; private set; } = string.Empty;

    /// <summary>True when nothing of the market is known at any bar.</summary>
    public bool IsEmpty => InputsHash.Length == 0;

    /// <summary>Reads what there is.</summary>
    /// <param name="source">Read as of the query's moment.</param>
    /// <param name="instrument">The instrument in question.</param>
    /// <param name="bars">Its bars.</param>
    /// <param name="query">How they were asked for.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<MarketColumns> ReadAsync(
        IBarSource source, Instrument instrument, BarSeries bars, BarQuery query, CancellationToken cancellationToken)
    {
        var columns = new MarketColumns(bars.Count);
        Instrument[] around = [.. (await source.ListAsync(cancellationToken)).Where(other =>
            other.IsSimulated == instrument.IsSimulated && other.Symbol != instrument.Symbol && other.Timeframes.Contains(query.Timeframe))];
        var closes = ClosesOf(bars);
        var hashes = new List<string>();
        async Task<BarSeries> ReadAsync(Instrument other)
        {
            var read = await source.ReadAsync(query with { Symbol = other.Symbol }, cancellationToken);
            hashes.Add(BarsHash.Compute(read, string.Empty));
            return read;
        }

        if (First(around, Markets, instrument.AssetClass) is { } market)
        {
            var read = await ReadAsync(market);
            Fill(closes, read, maxAge: 0, columns._returns, t => t == 0 ? double.NaN : Math.Log(read.Close[t] / read.Close[t - 1]));
        }

        if (First(around, ImpliedVolatilities, instrument.AssetClass) is { } index)
        {
            var read = await ReadAsync(index);
            Fill(closes, read, MostBarsOld, columns._implied, t => read.Close[t]);
        }

        Instrument[] members = [.. around.Where(other => other.AssetClass == instrument.AssetClass && !IsIndexLike(other)).Take(MostMembers)];
        if (members.Length >= FewestMembers)
        {
            var (above, known) = (new int[bars.Count], new int[bars.Count]);
            foreach (var member in members)
            {
                Count(closes, await ReadAsync(member), above, known);
            }

            for (var t = 0; t < bars.Count; t++)
            {
                columns._breadth[t] = known[t] >= FewestMembers ? (double)above[t] / known[t] : double.NaN;
            }
        }

        columns.InputsHash = string.Join('+', hashes);
        return columns;
    }

    /// <summary>An observation of bar <paramref name="t"/> with what is known of the market.</summary>
    public RegimeObservation Add(int t, RegimeObservation observation) =>
        observation with { MarketReturn = _returns[t], ImpliedVolatility = _implied[t], Breadth = _breadth[t] };

    private static bool IsIndexLike(Instrument other) =>
        Markets.Values.Concat(ImpliedVolatilities.Values).Any(tickers => tickers.Contains(other.Symbol.Text, StringComparer.Ordinal));

    private static Instrument? First(Instrument[] around, Dictionary<AssetClass, string[]> tickers, AssetClass assetClass) =>
        tickers.GetValueOrDefault(assetClass, [])
            .Select(ticker => Array.Find(around, other => string.Equals(other.Symbol.Text, ticker, StringComparison.Ordinal)))
            .FirstOrDefault(found => found is not null);

    private static double[] NaNs(int count)
    {
        var values = new double[count];
        Array.Fill(values, double.NaN);
        return values;
    }

    private static DateTimeOffset[] ClosesOf(BarSeries bars)
    {
        var calendar = TradingCalendar.For(bars.AssetClass);
        var closes = new DateTimeOffset[bars.Count];
        for (var t = 0; t < closes.Length; t++)
        {
            closes[t] = calendar.CloseOfBar(bars[t].Time, bars.Timeframe);
        }

        return closes;
    }

    /// <summary>Counts a member at each bar where it has a bar that closed with or just before, and whether it stands above its average.</summary>
    private static void Count(DateTimeOffset[] closes, BarSeries member, int[] above, int[] known)
    {
        var own = ClosesOf(member);
        var (sum, s) = (0.0, -1);
        for (var t = 0; t < closes.Length; t++)
        {
            while (s + 1 < own.Length && own[s + 1] <= closes[t])
            {
                s++;
                sum += member.Close[s] - (s >= AverageBars ? member.Close[s - AverageBars] : 0);
            }

            if (s >= AverageBars - 1 && own[s] > (t > 0 ? closes[t - 1] : DateTimeOffset.MinValue))
            {
                known[t]++;
                above[t] += member.Close[s] > sum / AverageBars ? 1 : 0;
            }
        }
    }

    /// <summary>Fills a column with the newest value that had come, if it is at most so many bars old.</summary>
    private static void Fill(DateTimeOffset[] closes, BarSeries other, int maxAge, double[] column, Func<int, double> value)
    {
        var own = ClosesOf(other);
        for (var (t, s) = (0, -1); t < closes.Length; t++)
        {
            while (s + 1 < own.Length && own[s + 1] <= closes[t])
            {
                s++;
            }

            var oldest = t - maxAge - 1;
            column[t] = s >= 0 && own[s] > (oldest >= 0 ? closes[oldest] : DateTimeOffset.MinValue) ? value(s) : double.NaN;
        }
    }
}
