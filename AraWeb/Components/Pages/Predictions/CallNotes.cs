using AraWeb.Engine.Prediction;
using AraWeb.Formatting;

namespace AraWeb.Components.Pages.Predictions;

/// <summary>What is uncertain about a forecast, in sentences that its own numbers make. No adjective without a figure beside it.</summary>
internal static class CallNotes
{
    // Within five points of even, the difference is smaller than what a few hundred outcomes could show (half a Wilson interval at n = 400).
    private const double NearEven = 0.05;

    /// <summary>The sentences, the most important first; none where there is no horizon.</summary>
    public static IReadOnlyList<string> Of(PredictionResult forecast)
    {
        if (forecast.Horizons.Count == 0)
        {
            return [];
        }

        var next = forecast.Horizons[0];
        var far = forecast.Horizons[^1];
        var notes = new List<string> { Direction(forecast, far), Size(forecast, far) };
        if (far.Outlook is { } outlook)
        {
            notes.Add(Volatility(forecast, outlook));
        }

        if (next.Calibration.Count > 0)
        {
            notes.Add("Track: walked over its own past, the 80 % band of the next bar held "
                + $"{NumberText.Share(next.Calibration.Inside80)} of {NumberText.Count(next.Calibration.Count)} outcomes.");
        }

        return notes;
    }

    private static string Direction(PredictionResult forecast, HorizonForecast far)
    {
        var reach = TimeframeText.Ahead(far.Bars, forecast.Timeframe);
        var up = NumberText.Probability(far.ProbabilityUp);
        var failing = NumberText.Probability(Math.Min(far.ProbabilityUp, 1 - far.ProbabilityUp));
        return Math.Abs(far.ProbabilityUp - 0.5) < NearEven
            ? $"Direction: over {reach}, {up} up is close to a coin toss."
            : $"Direction: over {reach}, {up} up; it should fail in {failing} of like cases.";
    }

    private static string Volatility(PredictionResult forecast, VolatilityOutlook outlook)
    {
        var likelier = outlook.ProbabilityAbove >= 0.5;
        var probability = NumberText.Probability(likelier ? outlook.ProbabilityAbove : 1 - outlook.ProbabilityAbove);
        var share = NumberText.Probability(VolatilityOutlook.Coverage);
        return $"Volatility: over {TimeframeText.Ahead(outlook.Bars, forecast.Timeframe)}, {(likelier ? "above" : "below")} its usual "
            + $"{NumberText.Share(outlook.Usual)} a bar with {probability} probability; "
            + (outlook.IsCall ? $"among the surer {share} of such calls." : $"not among the surer {share} of such calls.");
    }

    private static string Size(PredictionResult forecast, HorizonForecast far)
    {
        var (lower, upper) = far.Returns.Interval(0.5);
        return $"Size: over {TimeframeText.Ahead(far.Bars, forecast.Timeframe)}, every second outcome should lie outside "
            + $"{NumberText.LogReturn(lower)} to {NumberText.LogReturn(upper)}.";
    }
}
