namespace AraWeb.Engine.Volatility.Panel;

/// <summary>
/// What the members of a panel have in common: the average of their log variances on the newest date, and its exponential averages. Only members with a
/// bar on the date count, the one that is forecast among them. Leaves out weights by size, which a panel of symbols does not know.
/// </summary>
internal sealed class MarketTerms
{
    /// <summary>Mean ages, in dates, of the exponential averages: a week and five weeks.</summary>
    private static readonly double[] Memories = [5, 25];

    private readonly double[] _means = new double[Memories.Length];
    private double _newest = double.NaN;
    private int _count;

    /// <summary>M, the number of terms.</summary>
    public static int Width => 1 + Memories.Length;

    /// <summary>Takes the next date.</summary>
    /// <param name="date">One per member; null where it has no bar.</param>
    /// <param name="present">Members that have one.</param>
    public void Add(ReadOnlySpan<VarianceObservation?> date, int present)
    {
        if (present < PanelVolatility.LeastPresent)
        {
            _newest = double.NaN;
            return;
        }

        var sum = 0.0;
        foreach (var observation in date)
        {
            sum += observation is { } bar ? Math.Log(bar.Variance) : 0;
        }

        _newest = sum / present;
        _count++;
        for (var i = 0; i < _means.Length; i++)
        {
            _means[i] += Math.Max(1 / (1 + Memories[i]), 1.0 / _count) * (_newest - _means[i]);
        }
    }

    /// <summary>Writes the terms of the newest date; all NaN when too few members were present.</summary>
    /// <param name="terms">[M] receives them.</param>
    public void Write(Span<double> terms)
    {
        terms[0] = _newest;
        for (var i = 0; i < _means.Length; i++)
        {
            terms[i + 1] = double.IsNaN(_newest) ? double.NaN : _means[i];
        }
    }
}
