namespace AraWeb.Engine.Numerics;

/// <summary>Spearman's rank correlation, equal values sharing their mean rank.</summary>
internal static class RankCorrelation
{
    /// <summary>Correlation of the ranks of two spans of one length without NaN; NaN where one of them does not vary.</summary>
    public static double Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (ranksX, ranksY) = (Ranks(x), Ranks(y));
        var mean = (x.Length + 1) / 2.0;
        var spread = SpanMath.SumOfSquares(ranksX, mean) * SpanMath.SumOfSquares(ranksY, mean);
        return spread == 0 ? double.NaN : SpanMath.SumOfProducts(ranksX, mean, ranksY, mean) / Math.Sqrt(spread);
    }

    /// <summary>[x] places from 1, the smallest first; equal values share the mean of their places.</summary>
    public static double[] Ranks(ReadOnlySpan<double> x)
    {
        var values = x.ToArray();
        var order = new int[values.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(values, order);
        var ranks = new double[values.Length];
        for (var start = 0; start < values.Length;)
        {
            var end = start + 1;
            while (end < values.Length && values[end] == values[start])
            {
                end++;
            }

            // Places start + 1 to end.
            for (var i = start; i < end; i++)
            {
                ranks[order[i]] = (start + 1 + end) / 2.0;
            }

            start = end;
        }

        return ranks;
    }
}
