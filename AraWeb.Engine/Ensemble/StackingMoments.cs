namespace AraWeb.Engine.Ensemble;

/// <summary>
/// Sums that stacking learns from: what M members said, out of fold, against what came. Rows of one day share what moved the market, so the caller gives each
/// the weight of its share of new information.
/// </summary>
public sealed class StackingMoments
{
    private readonly double[] _gram;
    private readonly double[] _moments;

    /// <summary>Starts empty.</summary>
    public StackingMoments(int members)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(members, 1);
        Members = members;
        _gram = new double[members * members];
        _moments = new double[members];
    }

    /// <summary>M.</summary>
    public int Members { get; }

    /// <summary>Sum of weights.</summary>
    public double Weight { get; private set; }

    /// <summary>[M * M] weighted sum of products of forecasts.</summary>
    internal ReadOnlySpan<double> Gram => _gram;

    /// <summary>[M] weighted sum of forecasts times outcomes.</summary>
    internal ReadOnlySpan<double> Moments => _moments;

    /// <summary>Takes a row.</summary>
    /// <param name="said">[M] means, in forecast deviations; a NaN counts as 0, nothing said.</param>
    /// <param name="outcome">What came, in forecast deviations.</param>
    /// <param name="weight">Its share of new information, not negative.</param>
    public void Add(ReadOnlySpan<double> said, double outcome, double weight)
    {
        for (var i = 0; i < said.Length; i++)
        {
            var value = double.IsNaN(said[i]) ? 0 : weight * said[i];
            _moments[i] += value * outcome;
            for (var j = 0; j < said.Length; j++)
            {
                _gram[(i * Members) + j] += double.IsNaN(said[j]) ? 0 : value * said[j];
            }
        }

        Weight += weight;
    }
}
