using AraWeb.Engine.Evaluation;

namespace AraWeb.Engine.Ledger.Skill;

/// <summary>How often outcomes fell into a band.</summary>
/// <param name="Nominal">How often they should, 0 to 1.</param>
/// <param name="Share">How often they did, with the interval that chance leaves it.</param>
public readonly record struct CoverageShare(double Nominal, IntervalEstimate Share);
