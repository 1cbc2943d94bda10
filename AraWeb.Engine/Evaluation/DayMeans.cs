namespace AraWeb.Engine.Evaluation;

/// <summary>
/// One value a day out of many rows a day: what tests of two forecasts need when many symbols are forecast each day, because their losses move together.
/// </summary>
public static class DayMeans
{
    /// <summary>The mean of the values of each day, days ascending.</summary>
    /// <param name="values">[N] values without NaN.</param>
    /// <param name="days">[N] the day of each as a number that rises with time.</param>
    /// <returns>[distinct days]</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a value is not finite.</exception>
    public static double[] Of(ReadOnlySpan<double> values, ReadOnlySpan<int> days)
    {
        Arguments.RequireLength(days.Length, values.Length, nameof(days));
        Arguments.RequireFinite(values, nameof(values));
        var groups = new DayGroups(days);
        var means = groups.Sums(values);
        var sizes = groups.Sizes();
        for (var day = 0; day < means.Length; day++)
        {
            means[day] /= sizes[day];
        }

        return means;
    }
}
