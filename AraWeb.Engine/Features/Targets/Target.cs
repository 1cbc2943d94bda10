using System.Globalization;
using AraWeb.Engine.Core;

namespace AraWeb.Engine.Features.Targets;

/// <summary>The targets: everything is computed from bars after the row, so a row without enough of them is NaN.</summary>
public static class Target
{
    /// <summary>Log return over the next <paramref name="horizon"/> bars, over its forecast deviation.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="deviation">[bars] standard deviation of that return as forecast at each row, not annualised; 0 where there is none.</param>
    /// <param name="horizon">Bars ahead, at least 1.</param>
    public static TargetSeries ReturnOverVolatility(BarSeries bars, ReadOnlySpan<double> deviation, int horizon)
    {
        ArgumentNullException.ThrowIfNull(bars);
        Guard(horizon);
        if (deviation.Length != bars.Count)
        {
            throw new ArgumentException($"{deviation.Length} deviations for {bars.Count} bars.", nameof(deviation));
        }

        var values = Returns(bars.Close, horizon);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = deviation[i] > 0 ? values[i] / deviation[i] : double.NaN;
        }

        return Named("return-over-volatility", values, horizon);
    }

    /// <summary>1 where the close is higher after <paramref name="horizon"/> bars, 0 where it is lower, unknown where it is the same.</summary>
    public static TargetSeries Direction(BarSeries bars, int horizon)
    {
        ArgumentNullException.ThrowIfNull(bars);
        Guard(horizon);
        var values = Returns(bars.Close, horizon);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = values[i] > 0 ? 1 : values[i] < 0 ? 0 : double.NaN;
        }

        return Named("direction", values, horizon);
    }

    /// <summary>Square root of the sum of squared log returns over the next <paramref name="horizon"/> bars; not annualised.</summary>
    public static TargetSeries RealisedVolatility(BarSeries bars, int horizon)
    {
        ArgumentNullException.ThrowIfNull(bars);
        Guard(horizon);
        var returns = Returns(bars.Close, 1);
        var values = new double[bars.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var sum = i + horizon < values.Length ? 0 : double.NaN;
            for (var step = 0; step < horizon && !double.IsNaN(sum); step++)
            {
                sum += returns[i + step] * returns[i + step];
            }

            values[i] = Math.Sqrt(sum);
        }

        return Named("realised-volatility", values, horizon);
    }

    /// <summary>
    /// Place of each instrument's target among all of them at the same row: 0 for the lowest, 1 for the highest, the mean place for equals; unknown where
    /// fewer than two are known.
    /// </summary>
    /// <param name="targets">One series for each instrument, on the same rows and with the same horizon.</param>
    public static IReadOnlyList<TargetSeries> Rank(IReadOnlyList<TargetSeries> targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        if (targets.Select(target => (target.Values.Count, target.Horizon)).Distinct().Count() > 1)
        {
            throw new ArgumentException("Ranks need targets of one length and one horizon.", nameof(targets));
        }

        var ranks = targets.Select(target => new double[target.Values.Count]).ToArray();
        for (var row = 0; targets.Count > 0 && row < targets[0].Values.Count; row++)
        {
            for (var i = 0; i < targets.Count; i++)
            {
                ranks[i][row] = PlaceOf(targets, i, row);
            }
        }

        return [.. targets.Select((target, i) => target with { Name = "rank-of-" + target.Name, Values = ranks[i] })];
    }

    private static double PlaceOf(IReadOnlyList<TargetSeries> targets, int own, int row)
    {
        var value = targets[own].Values[row];
        var (below, equal, known) = (0, 0, 0);
        foreach (var target in targets)
        {
            var other = target.Values[row];
            known += double.IsNaN(other) ? 0 : 1;
            below += other < value ? 1 : 0;
            equal += other == value ? 1 : 0;
        }

        return double.IsNaN(value) || known < 2 ? double.NaN : (below + ((equal - 1) / 2.0)) / (known - 1);
    }

    private static double[] Returns(ReadOnlySpan<double> close, int horizon)
    {
        var returns = new double[close.Length];
        for (var i = 0; i < returns.Length; i++)
        {
            returns[i] = i + horizon < close.Length && close[i] > 0 && close[i + horizon] > 0 ? Math.Log(close[i + horizon] / close[i]) : double.NaN;
        }

        return returns;
    }

    private static TargetSeries Named(string name, double[] values, int horizon) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name}-{horizon}"), values, horizon);

    private static void Guard(int horizon) => ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
}
