namespace AraWeb.Engine.Models.Trees.Boosting.Objectives;

/// <summary>Where weighted numbers have their mean and their quantiles.</summary>
internal static class WeightedMiddle
{
    /// <summary>The weighted mean, taken from the first number on so that a far origin costs no digits.</summary>
    public static double Mean(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var origin = values[0];
        var sum = 0.0;
        var weight = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += weights[i] * (values[i] - origin);
            weight += weights[i];
        }

        return origin + (sum / weight);
    }

    /// <summary>The least number at which the weight of it and those below reaches the share of all weight.</summary>
    /// <param name="values">[n].</param>
    /// <param name="weights">[n] not all zero.</param>
    /// <param name="share">0 to 1.</param>
    public static double Quantile(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double share)
    {
        var sorted = values.ToArray();
        var mass = weights.ToArray();
        Array.Sort(sorted, mass);
        var total = 0.0;
        foreach (var weight in mass)
        {
            total += weight;
        }

        var reached = 0.0;
        for (var i = 0; i < sorted.Length; i++)
        {
            reached += mass[i];
            if (mass[i] > 0 && reached >= share * total)
            {
                return sorted[i];
            }
        }

        return sorted[^1];
    }
}
