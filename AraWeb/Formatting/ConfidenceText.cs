using AraWeb.Engine.Prediction.Confidence;

namespace AraWeb.Formatting;

/// <summary>The six factors of a forecast's confidence as rows: name, value and what it measures.</summary>
internal static class ConfidenceText
{
    /// <summary>What the whole means, in a sentence.</summary>
    public const string Whole = "Mean of six measured factors; one that could not be measured counts as zero. It is not the probability of being right.";

    /// <summary>The rows, in the order in which the factors are listed everywhere.</summary>
    public static IReadOnlyList<(string Name, double Value, string Meaning)> Rows(ConfidenceScore score) =>
    [
        ("Model agreement", score.ModelAgreement, "How far the members of the pooled model lean the same way: 100 % when all do, 0 % when they cancel out."),
        ("Historical accuracy", score.HistoricalAccuracy,
            "How sure it is, from a walk over the past in the same state of the market, that the method scores better than its baseline (1 − p)."),
        ("Data quality", score.DataQuality, "Share of the past year's bars that are there and in which the price moved."),
        ("Regime stability", score.RegimeStability, "Probability that the market is still in its present state when the forecast falls due."),
        ("Horizon decay", score.HorizonDecay, "Skill over the baseline at this horizon, as a share of that at the horizon where it is best."),
        ("Importance consistency", score.ImportanceConsistency, "How alike the features rank that mattered to the model now and a training earlier."),
    ];

    /// <summary>Why the whole is lower than the mean of its factors; empty where it is not.</summary>
    public static string Lowered(ConfidenceScore score) => score.Kept switch
    {
        >= 1 => string.Empty,
        <= 0 => "Lowered to zero: this forecast is no call.",
        _ => $"Lowered to {NumberText.Probability(score.Kept)} of it: some models of the pool were silent.",
    };
}
