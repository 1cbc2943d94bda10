using AraWeb.Engine.Core;

namespace AraWeb.Engine.Ledger.Skill;

/// <summary>Which skill is wanted.</summary>
/// <param name="Timeframe">The span of a bar.</param>
/// <param name="Symbol">One symbol; null for all together.</param>
/// <param name="Horizon">Bars ahead; null for 1, 5, 10, 20 and 30.</param>
/// <param name="Split">Into what the rows are split besides model and horizon.</param>
public sealed record SkillQuery(Timeframe Timeframe, Symbol? Symbol, int? Horizon, SkillSplit Split);
