using AraWeb.Engine.Numerics;
using AraWeb.Engine.Prediction.Ranks;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>
/// The score of the M6 competition: the ranked probability score of the five classes, averaged over all assets. Lower is better; a uniform forecast has 0.16
/// where no ranks are tied.
/// </summary>
internal static class RankScore
{
    /// <summary>Scores.</summary>
    /// <param name="outcome">[assets * 5] shares of the classes, <see cref="RankClasses.Of"/>.</param>
    /// <param name="forecast">[assets * 5] probabilities of the classes.</param>
    public static double Of(ReadOnlySpan<double> outcome, ReadOnlySpan<double> forecast)
    {
        if (outcome.Length != forecast.Length || outcome.IsEmpty)
        {
            throw new ArgumentException($"{outcome.Length} outcomes for {forecast.Length} probabilities.", nameof(forecast));
        }

        var sum = 0.0;
        for (var at = 0; at < outcome.Length; at += RankClasses.Count)
        {
            sum += Scores.RankedProbability(forecast.Slice(at, RankClasses.Count), outcome.Slice(at, RankClasses.Count));
        }

        return sum * RankClasses.Count / outcome.Length;
    }
}
