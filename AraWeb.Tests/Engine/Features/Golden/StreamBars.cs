using AraWeb.Engine.Core;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Features.Golden;

/// <summary>
/// 300 bars that any language can make again. With u = <see cref="CongruentialStream"/> from seed 42, five numbers a bar: close = close before (100 at
/// first) * (1 + 0.04 (u0 - 0.5)), open = close before * (1 + 0.01 (u1 - 0.5)), high = max(open, close) * (1 + 0.01 u2), low = min(open, close) *
/// (1 - 0.01 u3), volume = floor(1000 + 9000 u4). The benchmark's close = its close before (50 at first) * (1 + 0.3 * our return + 0.02 (u2 - 0.5)).
/// Daily bars of a coin from 2020-01-01.
/// </summary>
internal static class StreamBars
{
    public const int Count = 300;
    private const long Seed = 42;
    private const int PerBar = 5;

    public static (BarSeries Bars, double[] Benchmark) Make()
    {
        var u = CongruentialStream.Take(Count * PerBar, Seed);
        var columns = new BarColumns(Count);
        var benchmark = new double[Count];
        var (before, benchmarkBefore) = (100.0, 50.0);
        for (var i = 0; i < Count; i++)
        {
            var draw = u.AsSpan(i * PerBar, PerBar);
            var move = 0.04 * (draw[0] - 0.5);
            var close = before * (1 + move);
            var open = before * (1 + (0.01 * (draw[1] - 0.5)));
            columns.Set(i, new Bar(
                new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(i),
                open,
                Math.Max(open, close) * (1 + (0.01 * draw[2])),
                Math.Min(open, close) * (1 - (0.01 * draw[3])),
                close,
                Math.Floor(1000 + (9000 * draw[4]))));
            benchmark[i] = benchmarkBefore * (1 + (0.3 * ((close / before) - 1)) + (0.02 * (draw[2] - 0.5)));
            (before, benchmarkBefore) = (close, benchmark[i]);
        }

        return (BarSeries.FromColumns(Symbol.Parse("STREAM"), AssetClass.Crypto, Timeframe.OneDay, columns), benchmark);
    }
}
