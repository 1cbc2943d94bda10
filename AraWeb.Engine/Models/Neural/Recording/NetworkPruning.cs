namespace AraWeb.Engine.Models.Neural.Recording;

/// <summary>
/// Sets the smallest weights of every matrix to zero (magnitude pruning, Han et al. 2015). The file does not shrink by it unless it is compressed;
/// what is lost is to be
/// measured before such a network is used.
/// </summary>
public static class NetworkPruning
{
    /// <summary>Prunes.</summary>
    /// <param name="fitted">The networks; not changed.</param>
    /// <param name="share">Share of each matrix that goes, 0 to 1.</param>
    public static FittedNeural Prune(FittedNeural fitted, double share)
    {
        ArgumentNullException.ThrowIfNull(fitted);
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        var members = new List<NeuralMember>();
        foreach (var member in fitted.Members)
        {
            var weights = new NetworkWeights(fitted.Network.Parameters);
            weights.CopyFrom(member.Weights);
            foreach (var spec in fitted.Network.Parameters.Specs.Where(spec => spec.Decays))
            {
                var values = weights.Of(spec.Number);
                var sizes = values.ToArray().Select(MathF.Abs).Order().ToArray();
                var bound = share == 0 ? -1 : sizes[Math.Max(0, (int)(share * sizes.Length) - 1)];
                foreach (ref var value in values)
                {
                    value = MathF.Abs(value) <= bound ? 0 : value;
                }
            }

            members.Add(member with { Weights = weights });
        }

        return new FittedNeural(fitted.Id, fitted.FeatureNames, fitted.Horizons, fitted.Network, members, fitted.Shares);
    }
}
