using System.Buffers;
using AraWeb.Engine.Core;

namespace AraWeb.Engine.Features.Patterns.Candles;

/// <summary>
/// Runs the candle rules over a series. A rule sees its own candles and nothing later, because it is handed no more than those. Candles without ten known bars
/// before them, or among bars that do not move at all, belong to no pattern.
/// </summary>
internal static class CandleScan
{
    private const int Averaged = 10;
    private const int Recent = 5;

    /// <summary>Adds the matches of the rules.</summary>
    public static void Run(BarSeries bars, ReadOnlySpan<ICandlePattern> patterns, List<PatternMatch> matches)
    {
        if (bars.Count <= Averaged || patterns.IsEmpty)
        {
            return;
        }

        var pool = ArrayPool<Candle>.Shared;
        var rented = pool.Rent(bars.Count);
        var rentedRuns = ArrayPool<int>.Shared.Rent(bars.Count);
        try
        {
            var sheet = rented.AsSpan(0, bars.Count);
            var runs = rentedRuns.AsSpan(0, bars.Count);
            Fill(bars, sheet, runs);
            foreach (var pattern in patterns)
            {
                Find(pattern, pattern.Spec, sheet, runs, bars, matches);
            }

            for (var i = 0; i < sheet.Length; i++)
            {
                sheet[i] = sheet[i].Mirrored();
            }

            foreach (var pattern in patterns)
            {
                if (pattern.Mirror is { } mirror)
                {
                    Find(pattern, mirror, sheet, runs, bars, matches);
                }
            }
        }
        finally
        {
            pool.Return(rented);
            ArrayPool<int>.Shared.Return(rentedRuns);
        }
    }

    private static void Find(
        ICandlePattern pattern, PatternSpec spec, ReadOnlySpan<Candle> sheet, ReadOnlySpan<int> runs, BarSeries bars, List<PatternMatch> matches)
    {
        var span = spec.Bars;
        for (var end = span - 1; end < sheet.Length; end++)
        {
            if (runs[end] < span)
            {
                continue;
            }

            var start = end - span + 1;
            var confidence = pattern.Rate(sheet.Slice(start, span));
            if (confidence >= 0)
            {
                matches.Add(MatchOf(spec, start, end, confidence, bars));
            }
        }
    }

    private static PatternMatch MatchOf(PatternSpec spec, int start, int end, double confidence, BarSeries bars)
    {
        var (high, low) = (bars.High[start], bars.Low[start]);
        for (var i = start + 1; i <= end; i++)
        {
            (high, low) = (Math.Max(high, bars.High[i]), Math.Min(low, bars.Low[i]));
        }

        var (breakout, stop) = spec.Direction switch
        {
            PatternDirection.Bullish => (high, low),
            PatternDirection.Bearish => (low, high),
            _ => (double.NaN, double.NaN),
        };
        return new PatternMatch(spec.Id, spec.Kind, spec.Direction, start, end, confidence, breakout, double.NaN, stop);
    }

    // runs: how many candles in a row, this one included, can belong to patterns.
    private static void Fill(BarSeries bars, Span<Candle> sheet, Span<int> runs)
    {
        var open = bars.Open;
        var high = bars.High;
        var low = bars.Low;
        var close = bars.Close;
        var known = 0;
        for (var i = 0; i < sheet.Length; i++)
        {
            var isKnown = double.IsFinite(open[i]) && double.IsFinite(high[i]) && double.IsFinite(low[i]) && double.IsFinite(close[i]);
            var seen = Math.Max(0, i - Averaged)..(i + 1);
            sheet[i] = isKnown && known >= Averaged ? CandleAt(open[seen], high[seen], low[seen], close[seen]) : default;
            known = isKnown ? known + 1 : 0;
            runs[i] = sheet[i].AverageRange > 0 ? (i > 0 ? runs[i - 1] : 0) + 1 : 0;
        }
    }

    private static Candle CandleAt(ReadOnlySpan<double> open, ReadOnlySpan<double> high, ReadOnlySpan<double> low, ReadOnlySpan<double> close)
    {
        var (body, range, total) = (0.0, 0.0, 0.0);
        for (var j = 0; j < Averaged; j++)
        {
            body += Math.Abs(close[j] - open[j]);
            range += high[j] - low[j];
            total += close[j] - close[Averaged];
        }

        var (highest, lowest) = (high[Averaged - 1], low[Averaged - 1]);
        for (var j = Averaged - Recent; j < Averaged - 1; j++)
        {
            (highest, lowest) = (Math.Max(highest, high[j]), Math.Min(lowest, low[j]));
        }

        range /= Averaged;
        return new Candle(
            open[Averaged], high[Averaged], low[Averaged], close[Averaged], body / Averaged, range, highest, lowest, -(total / Averaged) / range);
    }
}
