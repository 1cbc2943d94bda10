using AraWeb.Engine.Core;

namespace AraWeb.Engine.Ensemble;

/// <summary>
/// The rule that weights of a market state start from before there is evidence: robust models say more in high volatility, sequence models in trends (bull and
/// bear), linear models in a sideways market, where prices come back. A member that all states together give no weight gets none.
/// </summary>
public static class RegimeRule
{
    /// <summary>The members that the rule names, by id; boosting is named nowhere.</summary>
    private static readonly Dictionary<string, MemberTraits> Traits = new(StringComparer.Ordinal)
    {
        ["ridge"] = MemberTraits.Robust | MemberTraits.Linear,
        ["lasso"] = MemberTraits.Linear,
        ["elastic_net"] = MemberTraits.Linear,
        ["random_forest"] = MemberTraits.Robust,
        ["extra_trees"] = MemberTraits.Robust,
    };

    /// <summary>What a member is known for.</summary>
    /// <param name="id">Its id.</param>
    public static MemberTraits TraitsOf(string id) => Traits.GetValueOrDefault(id);

    /// <summary>The trait that a state favours.</summary>
    public static MemberTraits FavouredIn(RegimeType state) => state switch
    {
        RegimeType.HighVolatility => MemberTraits.Robust,
        RegimeType.Sideways => MemberTraits.Linear,
        _ => MemberTraits.Sequence,
    };

    /// <summary>[M] the weights of all states, tilted by the rule, with the same sum.</summary>
    /// <param name="weights">[M] not negative.</param>
    /// <param name="traits">[M] of the members.</param>
    /// <param name="state">The market's state.</param>
    /// <param name="tilt">How much more a favoured member says, as a share, before the sum is restored; not negative.</param>
    public static double[] Tilted(ReadOnlySpan<double> weights, ReadOnlySpan<MemberTraits> traits, RegimeType state, double tilt)
    {
        var tilted = weights.ToArray();
        var favoured = FavouredIn(state);
        var (before, after) = (0.0, 0.0);
        for (var m = 0; m < tilted.Length; m++)
        {
            tilted[m] *= (traits[m] & favoured) != MemberTraits.None ? 1 + tilt : 1;
            before += weights[m];
            after += tilted[m];
        }

        for (var m = 0; m < tilted.Length && after > 0; m++)
        {
            tilted[m] *= before / after;
        }

        return tilted;
    }
}
