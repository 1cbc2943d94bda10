namespace AraWeb.Engine.Prediction.Ranks;

/// <summary>How probable each class of rank is for each asset.</summary>
/// <param name="Probabilities">
/// [assets * 5] asset after asset, the worst class first; the five of an asset sum to 1, those of a class to a fifth of the assets.
/// </param>
/// <param name="Draws">Simulated outcomes, mirrored ones included.</param>
/// <param name="StandardError">Bound for the standard error of a probability that the simulation brings in.</param>
internal sealed record RankForecast(double[] Probabilities, int Draws, double StandardError)
{
    /// <summary>Probability that an asset ends in a class, 0 the worst to 4 the best.</summary>
    public double this[int asset, int rankClass] => Probabilities[(asset * RankClasses.Count) + rankClass];
}
