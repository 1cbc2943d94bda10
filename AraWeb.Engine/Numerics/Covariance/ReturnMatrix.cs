using AraWeb.Engine.Core;

namespace AraWeb.Engine.Numerics.Covariance;

/// <summary>
/// Returns of several assets over the same days; the days of one asset lie side by side. NaN marks a day on which an asset has no return, as happens
/// where calendars differ.
/// </summary>
internal sealed class ReturnMatrix
{
    private readonly double[] _values;

    /// <summary>Makes a matrix of zeros.</summary>
    public ReturnMatrix(int assets, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(assets, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        Assets = assets;
        Days = days;
        _values = new double[assets * days];
    }

    /// <summary>Number of assets.</summary>
    public int Assets { get; }

    /// <summary>Number of days.</summary>
    public int Days { get; }

    /// <summary>[Days] returns of one asset, the oldest first.</summary>
    public Span<double> this[int asset] => _values.AsSpan(asset * Days, Days);

    /// <summary>True where an asset lacks a day.</summary>
    public bool HasGaps => Array.Exists(_values, double.IsNaN);

    /// <summary>[Assets * Days] all returns, asset after asset.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>Copies returns that are kept one array an asset.</summary>
    /// <exception cref="InputException">There is no asset, arrays differ in length, or a return is infinite.</exception>
    public static ReturnMatrix From(IReadOnlyList<double[]> assets)
    {
        if (assets.Count == 0)
        {
            throw new InputException("returns", "0 assets", "Give the returns of at least one asset.");
        }

        var matrix = new ReturnMatrix(assets.Count, assets[0].Length);
        for (var i = 0; i < assets.Count; i++)
        {
            if (assets[i].Length != matrix.Days)
            {
                throw new InputException(
                    "returns", $"asset {i}: {assets[i].Length} days", $"Give every asset the {matrix.Days} days of the first, NaN where it has none.");
            }

            if (Array.FindIndex(assets[i], double.IsInfinity) is >= 0 and var day)
            {
                throw new InputException(
                    "returns", $"asset {i}, day {day}: {assets[i][day]}", "Mend the price that is zero or missing, or mark the day by NaN.");
            }

            assets[i].CopyTo(matrix[i]);
        }

        return matrix;
    }

    /// <summary>The days on which every asset has a return; the matrix itself where it has no gaps.</summary>
    public ReturnMatrix OnCommonDays()
    {
        var kept = new List<int>(Days);
        for (var t = 0; t < Days; t++)
        {
            var isWhole = true;
            for (var i = 0; i < Assets && isWhole; i++)
            {
                isWhole = !double.IsNaN(_values[(i * Days) + t]);
            }

            if (isWhole)
            {
                kept.Add(t);
            }
        }

        if (kept.Count == Days)
        {
            return this;
        }

        var common = new ReturnMatrix(Assets, kept.Count);
        for (var i = 0; i < Assets; i++)
        {
            var from = this[i];
            var to = common[i];
            for (var t = 0; t < to.Length; t++)
            {
                to[t] = from[kept[t]];
            }
        }

        return common;
    }
}
