using AraWeb.Engine.Core;

namespace AraWeb.Live;

/// <summary>Something a page may want to redraw for. Small on purpose: whoever is interested reads the new state from its source.</summary>
/// <param name="Kind">What changed.</param>
/// <param name="Symbol">Whose; the default value where it concerns no symbol.</param>
/// <param name="Timeframe">In which time frame; null where it concerns none.</param>
/// <param name="At">When, UTC.</param>
public sealed record Change(ChangeKind Kind, Symbol Symbol, Timeframe? Timeframe, DateTimeOffset At);
