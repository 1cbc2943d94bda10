using AraWeb.Engine.Core;

namespace AraWeb.Engine.Explanation;

/// <summary>How much features matter: their mean absolute contributions over rows.</summary>
public static class FeatureImportance
{
    /// <summary>[F] each feature's share of what moves the pooled mean of one horizon in a state, together 1; zeros where nothing moves it.</summary>
    /// <param name="explainer">The model's explainer.</param>
    /// <param name="rows">[N * F] row by row; NaN means unknown.</param>
    /// <param name="width">F.</param>
    /// <param name="state">The market's state on these rows.</param>
    /// <param name="horizon">Position of the horizon among the model's.</param>
    public static double[] Shares(PooledExplainer explainer, ReadOnlySpan<double> rows, int width, RegimeType state, int horizon)
    {
        ArgumentNullException.ThrowIfNull(explainer);
        var (sums, own) = (new double[width], new double[width]);
        for (var at = 0; at < rows.Length; at += width)
        {
            explainer.Contributions(rows.Slice(at, width), state, horizon, own);
            AddAbsolute(own, sums);
        }

        var total = sums.Sum();
        return total > 0 ? [.. sums.Select(sum => sum / total)] : sums;
    }

    /// <summary>[F] mean absolute contributions to what one member says, in forecast deviations.</summary>
    /// <param name="explainer">The model's explainer.</param>
    /// <param name="rows">[N * F] row by row, at least one; NaN means unknown.</param>
    /// <param name="width">F.</param>
    /// <param name="member">Position of the member.</param>
    /// <param name="horizon">Position of the horizon among the model's.</param>
    public static double[] OfMember(PooledExplainer explainer, ReadOnlySpan<double> rows, int width, int member, int horizon)
    {
        ArgumentNullException.ThrowIfNull(explainer);
        var (sums, own) = (new double[width], new double[width]);
        for (var at = 0; at < rows.Length; at += width)
        {
            explainer.ExplainMember(member, horizon, rows.Slice(at, width), own);
            AddAbsolute(own, sums);
        }

        var count = rows.Length / width;
        return [.. sums.Select(sum => sum / count)];
    }

    private static void AddAbsolute(double[] values, double[] sums)
    {
        for (var f = 0; f < sums.Length; f++)
        {
            sums[f] += Math.Abs(values[f]);
        }
    }
}
