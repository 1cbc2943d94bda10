using AraWeb.Engine.Core;

namespace AraWeb.Engine.Features.Patterns.Charts;

/// <summary>
/// Prices upright or upside down with their mean true range over fourteen bars (Wilder's length, a simple mean), unknown behind a gap until it is full.
/// </summary>
internal sealed class ChartBars
{
    /// <summary>Bars in the mean range.</summary>
    public const int Averaged = 14;

    private ChartBars(double[] high, double[] low, double[] close, double[] meanRange, double sign) =>
        (High, Low, Close, MeanRange, Sign) = (high, low, close, meanRange, sign);

    /// <summary>Highest prices.</summary>
    public double[] High { get; }

    /// <summary>Lowest prices.</summary>
    public double[] Low { get; }

    /// <summary>Last prices; NaN at bars where any of the three is unknown.</summary>
    public double[] Close { get; }

    /// <summary>Mean true ranges.</summary>
    public double[] MeanRange { get; }

    /// <summary>1 upright, -1 upside down: a price times the sign is the price on the other side of the mirror.</summary>
    public double Sign { get; }

    /// <summary>Takes over a series.</summary>
    public static ChartBars Of(BarSeries bars)
    {
        var (high, low, close) = (bars.High.ToArray(), bars.Low.ToArray(), bars.Close.ToArray());
        var open = bars.Open;
        for (var i = 0; i < close.Length; i++)
        {
            close[i] = double.IsFinite(open[i]) && double.IsFinite(high[i]) && double.IsFinite(low[i]) && double.IsFinite(close[i]) ? close[i] : double.NaN;
        }

        return new ChartBars(high, low, close, MeanRanges(high, low, close), sign: 1);
    }

    /// <summary>The same bars upside down.</summary>
    public ChartBars Mirrored() => new(Negated(Low), Negated(High), Negated(Close), MeanRange, -Sign);

    private static double[] Negated(double[] prices)
    {
        var negated = new double[prices.Length];
        for (var i = 0; i < prices.Length; i++)
        {
            negated[i] = -prices[i];
        }

        return negated;
    }

    private static double[] MeanRanges(double[] high, double[] low, double[] close)
    {
        var means = new double[close.Length];
        Span<double> ranges = stackalloc double[Averaged];
        var known = 0;
        for (var i = 0; i < close.Length; i++)
        {
            if (double.IsNaN(close[i]))
            {
                (known, means[i]) = (0, double.NaN);
                continue;
            }

            ranges[known % Averaged] = known == 0 ? high[i] - low[i] : Math.Max(high[i], close[i - 1]) - Math.Min(low[i], close[i - 1]);
            known++;
            means[i] = known < Averaged ? double.NaN : Mean(ranges);
        }

        return means;
    }

    // A full sum at each bar: a running one would carry the rounding of bars that have left it.
    private static double Mean(ReadOnlySpan<double> ranges)
    {
        var (even, odd) = (0.0, 0.0);
        for (var i = 0; i < Averaged; i += 2)
        {
            even += ranges[i];
            odd += ranges[i + 1];
        }

        return (even + odd) / Averaged;
    }
}
