using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;
using AraWeb.Formatting;

namespace AraWeb.Components.Pages.Predictions;

/// <summary>How the method scored on the symbol's own past beside its baseline, in one sentence with the numbers behind it.</summary>
internal static class SkillText
{
    /// <summary>Shares of chance below which a difference is called one.</summary>
    private const double Sure = 0.05;

    /// <summary>The sentence for one horizon.</summary>
    public static string Of(HorizonForecast horizon, Timeframe timeframe)
    {
        var ahead = TimeframeText.Ahead(horizon.Bars, timeframe);
        if (horizon.Skill is not { Count: > 0 } skill || double.IsNaN(skill.Skill))
        {
            return $"{ahead} ahead: too few outcomes to score against EWMA with Student-t bands.";
        }

        var finding = skill.BetterP < Sure ? "better than chance would give" : skill.BetterP > 1 - Sure ? "worse than chance would give" : "no sure difference";
        return $"{ahead} ahead: CRPS {NumberText.Signed(100 * skill.Skill, 1)}{NumberText.ThinSpace}% against EWMA with Student-t bands, "
            + $"n = {NumberText.Count(skill.Count)}, p = {NumberText.Fixed(skill.BetterP, 3)}: {finding}.";
    }
}
