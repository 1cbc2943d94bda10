namespace AraWeb.Engine.Prediction.Ranks;

/// <summary>How ranks are simulated.</summary>
/// <param name="Pairs">Pairs of draws that mirror each other.</param>
/// <param name="Seed">Fixes the draws.</param>
/// <param name="DegreesOfFreedom">
/// Of a Student t scale that every asset draws for itself, at least 3; infinity for normal returns. A scale common to all assets would leave ranks as they are.
/// </param>
internal sealed record RankSimulationSettings(int Pairs, long Seed, double DegreesOfFreedom)
{
    /// <summary>Normal returns; the error of a probability stays below 0.004, that of a mean score below 0.00001.</summary>
    public static RankSimulationSettings Default { get; } = new(20_000, Seed: 1, double.PositiveInfinity);
}
