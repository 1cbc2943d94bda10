using AraWeb.Engine.Core;

namespace AraWeb.Engine.Prediction.Ranks;

/// <summary>
/// Sorts outcomes into five classes of equal size, the worst first. Equal outcomes share the classes of the places that they cover together, so a class can be
/// held in part: the rule of the M6 competition.
/// </summary>
internal static class RankClasses
{
    /// <summary>Number of classes.</summary>
    public const int Count = 5;

    /// <summary>Says whether a universe can be divided.</summary>
    /// <exception cref="InputException">It is empty or its size is no multiple of five.</exception>
    public static void CheckSize(int assets)
    {
        if (assets == 0 || assets % Count != 0)
        {
            throw new InputException("universe", $"{assets} assets", $"Give a number of assets that is a multiple of {Count}.");
        }
    }

    /// <summary>[assets * 5] share of each class, asset after asset; the shares of an asset sum to 1.</summary>
    /// <param name="outcomes">One number an asset, none of them NaN.</param>
    public static double[] Of(ReadOnlySpan<double> outcomes)
    {
        CheckSize(outcomes.Length);
        var perClass = outcomes.Length / Count;
        var values = outcomes.ToArray();
        var order = new int[values.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = double.IsNaN(values[i]) ? throw new ArgumentException($"Outcome {i} is NaN.", nameof(outcomes)) : i;
        }

        Array.Sort(values, order);
        var shares = new double[values.Length * Count];
        for (var start = 0; start < values.Length;)
        {
            var end = start + 1;
            while (end < values.Length && values[end] == values[start])
            {
                end++;
            }

            for (var k = start / perClass; k <= (end - 1) / perClass; k++)
            {
                var places = Math.Min(end, (k + 1) * perClass) - Math.Max(start, k * perClass);
                for (var i = start; i < end; i++)
                {
                    shares[(order[i] * Count) + k] = (double)places / (end - start);
                }
            }

            start = end;
        }

        return shares;
    }
}
