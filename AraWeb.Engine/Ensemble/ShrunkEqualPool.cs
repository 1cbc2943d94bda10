using AraWeb.Engine.Models;

namespace AraWeb.Engine.Ensemble;

/// <summary>
/// Equal weights, and a share of zero: the pool that nothing has been learned for. A learned pool has to beat it.
/// </summary>
public sealed class ShrunkEqualPool : IForecastPool
{
    private readonly double _kept;

    /// <summary>Makes a pool.</summary>
    /// <param name="shrinkage">Share of the members' mean that is given to zero, 0 to 1.</param>
    public ShrunkEqualPool(double shrinkage)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(shrinkage);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shrinkage, 1);
        _kept = 1 - shrinkage;
    }

    /// <inheritdoc/>
    public StandardizedForecast Combine(int horizon, ReadOnlySpan<StandardizedForecast> members)
    {
        if (members.IsEmpty)
        {
            return new StandardizedForecast(0, 0.5);
        }

        var mean = 0.0;
        var up = 0.0;
        foreach (var member in members)
        {
            mean += member.Mean;
            up += member.ProbabilityUp - 0.5;
        }

        return new StandardizedForecast(_kept * mean / members.Length, 0.5 + (_kept * up / members.Length));
    }
}
