using AraWeb.Engine.Evaluation;

namespace AraWeb.Engine.Ledger.Skill;

/// <summary>The forecasts beside one simple rival, on the rows where both speak.</summary>
/// <param name="Baseline">Which rival.</param>
/// <param name="Count">Rows where the rival named a distribution, or a probability if it names no distribution.</param>
/// <param name="Crps">The rival's mean CRPS; NaN where it names no distribution.</param>
/// <param name="CrpsSkill">One minus the ratio of mean CRPS; above zero is better than the rival.</param>
/// <param name="LogGain">Mean of the rival's log loss minus the forecasts', in nats; above zero is better than the rival.</param>
/// <param name="Brier">The rival's mean Brier score of P(up); NaN where it names none.</param>
/// <param name="BrierSkill">One minus the ratio of mean Brier scores; above zero is better than the rival.</param>
public sealed record BaselineSkill(
    BaselineKind Baseline, int Count, double Crps, IntervalEstimate CrpsSkill, double LogGain, double Brier, IntervalEstimate BrierSkill);
