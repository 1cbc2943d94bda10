using AraWeb.Engine.Core;
using AraWeb.Engine.Models;

namespace AraWeb.Engine.Ensemble;

/// <summary>Weights of M members at one horizon.</summary>
/// <param name="All">[M] while the market's state is unknown.</param>
/// <param name="ByRegime">[4][M] in each state, in the order of <see cref="RegimeType"/>.</param>
public sealed record PoolWeights(IReadOnlyList<double> All, IReadOnlyList<IReadOnlyList<double>> ByRegime)
{
    /// <summary>How the members' own spreads count; null where they do not.</summary>
    public SpreadWeighing? Spreads { get; init; }

    /// <summary>[M] weights in a state, on a row where every member is as sure as usual.</summary>
    public IReadOnlyList<double> In(RegimeType? regime) => regime is { } state ? ByRegime[(int)state] : All;

    /// <summary>The weight of a member on a row.</summary>
    /// <param name="member">Position of the member.</param>
    /// <param name="said">What it says of the row.</param>
    /// <param name="regime">The market's state; null while unknown.</param>
    public double Of(int member, in StandardizedForecast said, RegimeType? regime) =>
        In(regime)[member] * (Spreads?.Factor(member, said) ?? 1);

    /// <summary>What the members say, weighed; a member that says nothing (NaN) counts as saying zero.</summary>
    /// <param name="said">[M] forecasts of one row.</param>
    /// <param name="regime">The market's state; null while unknown.</param>
    public double Pool(ReadOnlySpan<StandardizedForecast> said, RegimeType? regime)
    {
        var mean = 0.0;
        for (var m = 0; m < said.Length; m++)
        {
            mean += double.IsNaN(said[m].Mean) ? 0 : Of(m, said[m], regime) * said[m].Mean;
        }

        return mean;
    }

    /// <summary>The weights of some of the members alone.</summary>
    /// <param name="members">Positions of those that stay.</param>
    public PoolWeights Only(IReadOnlyList<int> members)
    {
        double[] Kept(IReadOnlyList<double> all) => [.. members.Select(m => all[m])];
        return new PoolWeights(Kept(All), [.. ByRegime.Select(Kept)]) { Spreads = Spreads is { } own ? own with { Usual = Kept(own.Usual) } : null };
    }
}
