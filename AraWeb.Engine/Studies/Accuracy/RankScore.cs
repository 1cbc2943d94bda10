using AraWeb.Engine.Prediction.Ranks;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>
/// The ranked probability score of the M6 competition: for each asset the mean over the five classes of the squared distance between the cumulated outcome
/// and the cumulated forecast; the mean over all assets. Lower is better; a uniform forecast has 0.16 where no ranks are tied.
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
        var distance = 0.0;
        for (var k = 0; k < outcome.Length; k++)
        {
            distance = k % RankClasses.Count == 0 ? 0 : distance;
            distance += outcome[k] - forecast[k];
            sum += distance * distance;
        }

        return sum / outcome.Length;
    }
}
