namespace AraWeb.Engine.Core;

/// <summary>
/// A predictive distribution by nine quantiles, never crossing. The unit is the caller's (cumulative log return in forecasts).
/// </summary>
public sealed class Quantiles
{
    private static readonly double[] LevelTable = [0.025, 0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95, 0.975];

    private readonly double[] _values;

    /// <summary>Takes nine values in the order of <see cref="Levels"/>.</summary>
    /// <exception cref="ArgumentException">Not nine values, one is not finite, or they cross.</exception>
    public Quantiles(ReadOnlySpan<double> values)
    {
        if (values.Length != LevelTable.Length)
        {
            throw new ArgumentException($"{LevelTable.Length} quantiles are needed, not {values.Length}.", nameof(values));
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]) || (i > 0 && values[i] < values[i - 1]))
            {
                throw new ArgumentException($"The {LevelTable[i]} quantile {values[i]} is not finite or crosses the one below.", nameof(values));
            }
        }

        _values = values.ToArray();
    }

    /// <summary>The nine probabilities.</summary>
    public static ReadOnlySpan<double> Levels => LevelTable;

    /// <summary>Position of the median in <see cref="Levels"/>.</summary>
    public const int MedianIndex = 4;

    /// <summary>The nine values.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>The 50 % quantile.</summary>
    public double Median => _values[MedianIndex];

    /// <summary>The central interval of probability 0.5, 0.8, 0.9 or 0.95.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Another probability.</exception>
    public (double Lower, double Upper) Interval(double probability)
    {
        for (var i = 0; i < MedianIndex; i++)
        {
            if (Math.Abs(1 - (2 * LevelTable[i]) - probability) < 1e-9)
            {
                return (_values[i], _values[^(i + 1)]);
            }
        }

        throw new ArgumentOutOfRangeException(nameof(probability), probability, "Central intervals are kept for 0.5, 0.8, 0.9 and 0.95.");
    }

    /// <summary>
    /// Probability of an outcome below <paramref name="value"/>: linear between the quantiles; beyond the outermost ones the remaining tail probability halves
    /// with every further distance to the next quantile inside.
    /// </summary>
    public double ProbabilityBelow(double value) => ProbabilityBelow(_values, value);

    /// <summary>The same for nine quantiles that need no object of their own.</summary>
    /// <param name="quantiles">[9] ascending, in the order of <see cref="Levels"/>.</param>
    /// <param name="value">In the unit of the quantiles; NaN gives NaN.</param>
    public static double ProbabilityBelow(ReadOnlySpan<double> quantiles, double value)
    {
        var last = quantiles.Length - 1;
        if (double.IsNaN(value))
        {
            return double.NaN;
        }

        if (value < quantiles[0])
        {
            return LevelTable[0] * Decay(quantiles[0] - value, quantiles[1] - quantiles[0]);
        }

        if (value >= quantiles[last])
        {
            return 1 - ((1 - LevelTable[last]) * Decay(value - quantiles[last], quantiles[last] - quantiles[last - 1]));
        }

        var i = 0;
        while (value >= quantiles[i + 1])
        {
            i++;
        }

        return LevelTable[i] + ((LevelTable[i + 1] - LevelTable[i]) * (value - quantiles[i]) / (quantiles[i + 1] - quantiles[i]));
    }

    private static double Decay(double distance, double unit) =>
        distance == 0 ? 1 : unit > 0 ? Math.Pow(2, -distance / unit) : 0;
}
