using System.Text.Json.Nodes;
using AraWeb.Engine.Features.Panel;
using AraWeb.Engine.Training;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>What the reports on pooled models have in common.</summary>
internal static class PooledReport
{
    /// <summary>Weights of the members at the last fit, over all states of the market.</summary>
    public static JsonObject WeightsJson(StackedForecasts pooled, IReadOnlyList<string> members) =>
        new(members.Select((id, m) => KeyValuePair.Create(id, StudyNumber.Of(pooled.Weights[^1].Weights[0].All[m]))));

    /// <summary>What a reader needs to run it again.</summary>
    public static JsonObject SettingsJson(TrainingPanel panel, OutOfFold said, int[] rows, IReadOnlyList<string> passedOver)
    {
        var plan = TrainingPlan.For(panel);
        return new JsonObject
        {
            ["horizon"] = panel.Horizons[0],
            ["symbols"] = panel.Symbols.Count,
            ["features"] = panel.FeatureNames.Count,
            ["feature_set"] = PanelFeatures.Version,
            ["from"] = $"{panel.Rows[rows[0]].Close:yyyy-MM-dd}",
            ["to"] = $"{panel.Rows[rows[^1]].Close:yyyy-MM-dd}",
            ["first_days"] = plan.FirstDays,
            ["refit_days"] = plan.RefitDays,
            ["stride"] = plan.Stride,
            ["embargo_days"] = plan.Embargo.TotalDays,
            ["half_life_days"] = plan.HalfLife.TotalDays,
            ["seed"] = plan.Seed,
            ["fits"] = said.Fits.Count,
            ["failures"] = new JsonArray([.. said.Failures.Select(text => JsonValue.Create(text))]),
            ["passed_over"] = new JsonArray([.. passedOver.Select(text => JsonValue.Create(text))]),
        };
    }

    /// <summary>Dates and number of what was scored.</summary>
    public static string Span(TrainingPanel panel, int[] rows) =>
        $"{rows.Length:N0} forecasts of {panel.Symbols.Count} instruments, "
        + $"{panel.Rows[rows[0]].Close:yyyy-MM-dd} to {panel.Rows[rows[^1]].Close:yyyy-MM-dd}";

    /// <summary>Weights at every fit.</summary>
    public static StudyTable Weights(StackedForecasts pooled, IReadOnlyList<string> members) => new(
        "Weights of the members from each fit on; zero before there is evidence",
        ["from", .. members],
        [.. pooled.Weights.Select(fit => (IReadOnlyList<string>)
        [
            $"{pooled.Panel.Closes[fit.Day]:yyyy-MM-dd}", .. fit.Weights[0].All.Select(weight => $"{weight:F3}"),
        ])]);
}
