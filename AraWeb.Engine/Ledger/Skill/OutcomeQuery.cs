using AraWeb.Engine.Core;

namespace AraWeb.Engine.Ledger.Skill;

/// <summary>Which horizons of which forecasts are wanted.</summary>
/// <param name="Timeframe">The span of a bar.</param>
/// <param name="Symbol">One symbol; null for all.</param>
/// <param name="Horizons">Bars ahead.</param>
public sealed record OutcomeQuery(Timeframe Timeframe, Symbol? Symbol, IReadOnlyList<int> Horizons);
