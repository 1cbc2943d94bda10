using AraWeb.Engine.Core;

namespace AraWeb.Engine.Ensemble;

/// <summary>Weights of M members at one horizon.</summary>
/// <param name="All">[M] while the market's state is unknown.</param>
/// <param name="ByRegime">[4][M] in each state, in the order of <see cref="RegimeType"/>.</param>
public sealed record PoolWeights(IReadOnlyList<double> All, IReadOnlyList<IReadOnlyList<double>> ByRegime)
{
    /// <summary>[M] weights in a state.</summary>
    public IReadOnlyList<double> In(RegimeType? regime) => regime is { } state ? ByRegime[(int)state] : All;

    /// <summary>What the members say, weighed; a member that says nothing (NaN) counts as saying zero.</summary>
    /// <param name="said">[M] means, in forecast deviations.</param>
    /// <param name="regime">The market's state; null while unknown.</param>
    public double Pool(ReadOnlySpan<double> said, RegimeType? regime)
    {
        var weights = In(regime);
        var mean = 0.0;
        for (var m = 0; m < said.Length; m++)
        {
            mean += double.IsNaN(said[m]) ? 0 : weights[m] * said[m];
        }

        return mean;
    }
}
