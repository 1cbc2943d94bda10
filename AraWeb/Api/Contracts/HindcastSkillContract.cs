using AraWeb.Engine.Prediction.Walk;

namespace AraWeb.Api.Contracts;

/// <summary>How the method did on the symbol's own past beside EWMA with Student-t bands; not issued forecasts.</summary>
/// <param name="Count">Outcomes of both; windows of a horizon overlap.</param>
/// <param name="Crps">Mean continuous ranked probability score, in log return; lower is better.</param>
/// <param name="BaselineCrps">The baseline's.</param>
/// <param name="Skill">1 - score / baseline's score; above zero is better than the baseline.</param>
/// <param name="P">One-sided Diebold-Mariano p-value that the forecast is better.</param>
internal sealed record HindcastSkillContract(int Count, double? Crps, double? BaselineCrps, double? Skill, double? P)
{
    /// <summary>The contract of a skill.</summary>
    public static HindcastSkillContract From(HindcastSkill skill) => new(
        skill.Count, ApiJson.Known(skill.Crps), ApiJson.Known(skill.BaselineCrps), ApiJson.Known(skill.Skill), ApiJson.Known(skill.BetterP));
}
