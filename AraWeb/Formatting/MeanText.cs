using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Prediction.Means;

namespace AraWeb.Formatting;

/// <summary>What the expected return of a forecast stands on, and how far ahead the method is recommended, in sentences.</summary>
internal static class MeanText
{
    /// <summary>What it stands on, and how far ahead the pooled mean has been worth something.</summary>
    public static string Basis(PredictionResult result) => Standing(result.Mean) + Worth(result);

    private static string Worth(PredictionResult result) => result is not { Mean: { Level: not MeanLevel.Trend, LongestMean: { } longest }, Regime: { } regime }
        ? string.Empty
        : longest == 0
            ? $" Over all instruments it was at no horizon better than saying nothing in a {RegimeWords.Adjective(regime)} market."
            : $" Over all instruments it was better than saying nothing up to {TimeframeText.Ahead(longest, result.Timeframe)} ahead in a "
                + $"{RegimeWords.Adjective(regime)} market.";

    private static string Standing(MeanBasis mean) => mean.Level switch
    {
        MeanLevel.Advanced => $"The expected return is that of all members of the pooled model {mean.Model}.",
        MeanLevel.Ensemble => $"The expected return is that of the pooled model {mean.Model} without {string.Join("; ", mean.Silent)}.",
        _ => "The expected return is the symbol's own mean return so far, shrunk to zero" + (mean.Note.Length == 0 ? "." : $": {mean.Note}."),
    };

    /// <summary>How far ahead the method has shown itself better than its baseline.</summary>
    public static string Recommended(PredictionResult result)
    {
        var state = result.Regime is { } regime ? $" in a {RegimeWords.Adjective(regime)} market" : string.Empty;
        return result.Recommended == 0
            ? $"At no horizon did the method score better than its baseline{state} by more than chance would give."
            : $"Recommended up to {TimeframeText.Ahead(result.Recommended, result.Timeframe)} ahead: as far as the method scored better than its "
                + $"baseline{state}.";
    }
}
