using AraWeb.Engine.Evaluation;

namespace AraWeb.Engine.Ledger.Skill;

/// <summary>How resolved forecasts did. Intervals hold 95 %.</summary>
/// <param name="Crps">Mean CRPS, in log return.</param>
/// <param name="Pinball">Mean pinball loss over the nine levels.</param>
/// <param name="LogLoss">Mean log loss, in nats.</param>
/// <param name="Brier">Mean Brier score of P(up).</param>
/// <param name="Coverage">The 50, 80, 90 and 95 % bands.</param>
/// <param name="Direction">Share of forecasts whose likelier direction came.</param>
/// <param name="AlwaysUp">The same share for one who always says "up": the share of rises.</param>
/// <param name="Baselines">Beside each rival.</param>
public sealed record SkillFigures(
    double Crps,
    double Pinball,
    double LogLoss,
    double Brier,
    IReadOnlyList<CoverageShare> Coverage,
    IntervalEstimate Direction,
    double AlwaysUp,
    IReadOnlyList<BaselineSkill> Baselines);
