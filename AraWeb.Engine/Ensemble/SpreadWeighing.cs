using AraWeb.Engine.Models;

namespace AraWeb.Engine.Ensemble;

/// <summary>
/// How much less a member says on rows where it is unsure by its own account. A spread s beside the usual u keeps the share u^2 / (u^2 + s^2) of a forecast, as
/// a normal prior would; twice that is 1 at the usual spread. The strength, 0 to 1, says how far this is followed.
/// </summary>
/// <param name="Strength">0 follows it not at all, 1 wholly.</param>
/// <param name="Usual">[M] root mean square of the members' spreads so far; 0 for a member that gives none.</param>
public sealed record SpreadWeighing(double Strength, IReadOnlyList<double> Usual)
{
    /// <summary>What a member's weight is multiplied by on a row: 1 - strength to 1 + strength, and 1 where it gives no account.</summary>
    /// <param name="member">Position of the member.</param>
    /// <param name="said">What it says of the row.</param>
    public double Factor(int member, in StandardizedForecast said) => 1 + (Strength * Lean(Usual[member], said.Spread));

    /// <summary>The share kept above or below that at the usual spread, -1 to 1.</summary>
    internal static double Lean(double usual, double spread)
    {
        var (u, s) = (usual * usual, spread * spread);
        return u > 0 && s > 0 ? (u - s) / (u + s) : 0;
    }
}
