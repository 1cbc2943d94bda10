using AraWeb.Engine.Core;

namespace AraWeb.Engine.Training;

/// <summary>One bar of one instrument in a panel.</summary>
/// <param name="Symbol">Position of the instrument.</param>
/// <param name="Bar">Position of the bar in its series.</param>
/// <param name="Close">When the bar closed: all of the row's features were known then.</param>
/// <param name="Known">When the outcome of the farthest horizon was known; the end of time where it has not come.</param>
/// <param name="Regime">The market's state at the close; null while unknown.</param>
public readonly record struct PanelRow(int Symbol, int Bar, DateTimeOffset Close, DateTimeOffset Known, RegimeType? Regime);
