using System.Text.Json.Nodes;
using AraWeb.Engine.Core;
using AraWeb.Engine.Regime;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>Puts a <see cref="RegimeOutlook"/> into the words of a study.</summary>
internal static class RegimeOutlookReport
{
    private static readonly string[] Labels = ["product", "today's state as certain", "hidden Markov model, Student-t"];

    /// <summary>Writes the report.</summary>
    public static StudyReport Write(RegimeOutlook outlook, IReadOnlyList<BarSeries> series, IReadOnlyList<string> passedOver)
    {
        var json = new JsonObject
        {
            ["log_loss"] = new JsonObject(RegimeOutlook.Forecasts.Select((name, forecast) => KeyValuePair.Create(
                name,
                (JsonNode?)new JsonObject(RegimeOutlook.Horizons.Select((bars, h) =>
                    KeyValuePair.Create($"h{bars}", StudyNumber.Of(outlook.LogLoss(forecast, h)))))))),
            ["variance_explained_h20"] = StudyNumber.Of(outlook.VarianceExplained),
            ["switches_per_252_bars"] = StudyNumber.Of(outlook.SwitchesPerYear),
            ["share"] = new JsonObject(Enum.GetValues<RegimeType>().Select(state =>
                KeyValuePair.Create(StudyNumber.KeyOf(state), StudyNumber.Of(outlook.ShareOf(state))))),
            ["n"] = outlook.Count,
            ["symbols"] = series.Count,
            ["from"] = $"{series.Min(bars => bars[0].Time):yyyy-MM-dd}",
            ["to"] = $"{series.Max(bars => bars[bars.Count - 1].Time):yyyy-MM-dd}",
            ["settings"] = new JsonObject
            {
                ["model"] = RegimeTrack.Version,
                ["warm_up_bars"] = RegimeOutlook.WarmUp,
                ["step_bars"] = RegimeOutlook.Step,
                ["least_probability"] = RegimeOutlook.LeastProbability,
                ["truth"] = "the state that the product named when the time had come",
                ["passed_over"] = new JsonArray([.. passedOver.Select(text => JsonValue.Create(text))]),
            },
        };
        return new StudyReport(json, [Losses(outlook, series.Count), Shares(outlook)]);
    }

    private static StudyTable Losses(RegimeOutlook outlook, int series) => new(
        $"Forecasts of the state, mean -log probability, {outlook.Count:N0} origins in {series} series; {RegimeTrack.Version}",
        ["forecast", .. RegimeOutlook.Horizons.Select(bars => $"{bars} ahead")],
        [.. Labels.Select((label, forecast) => (IReadOnlyList<string>)
            [label, .. RegimeOutlook.Horizons.Select((_, h) => $"{outlook.LogLoss(forecast, h):F3}")])]);

    private static StudyTable Shares(RegimeOutlook outlook) => new(
        $"States: {outlook.SwitchesPerYear:F1} changes in 252 bars; they explain {100 * outlook.VarianceExplained:F1} % of the next 20 bars' log variance",
        ["state", "share of bars, %"],
        [.. Enum.GetValues<RegimeType>().Select(state => (IReadOnlyList<string>)[StudyNumber.KeyOf(state), $"{100 * outlook.ShareOf(state):F1}"])]);
}
