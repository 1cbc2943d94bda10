using AraWeb.Engine.Ledger;
using AraWeb.Engine.Ledger.Skill;

namespace AraWeb.Api.Contracts;

/// <summary>The forecasts beside one simple rival, on the outcomes where both speak. Skill above zero is better than the rival.</summary>
/// <param name="Baseline">Which rival.</param>
/// <param name="N">Outcomes where it speaks.</param>
/// <param name="Crps">Its mean CRPS; null where it names no distribution.</param>
/// <param name="CrpsSkill">One minus the ratio of mean CRPS.</param>
/// <param name="LogGain">Its mean log loss minus the forecasts', in nats.</param>
/// <param name="Brier">Its mean Brier score of P(up); null where it names none.</param>
/// <param name="BrierSkill">One minus the ratio of mean Brier scores.</param>
internal sealed record BaselineSkillContract(
    BaselineKind Baseline, int N, double? Crps, EstimateContract? CrpsSkill, double? LogGain, double? Brier, EstimateContract? BrierSkill)
{
    /// <summary>The contract of a comparison.</summary>
    public static BaselineSkillContract From(BaselineSkill skill) => new(
        skill.Baseline,
        skill.Count,
        ApiJson.Known(skill.Crps),
        EstimateContract.From(skill.CrpsSkill),
        ApiJson.Known(skill.LogGain),
        ApiJson.Known(skill.Brier),
        EstimateContract.From(skill.BrierSkill));
}
