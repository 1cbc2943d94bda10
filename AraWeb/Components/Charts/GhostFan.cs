namespace AraWeb.Components.Charts;

/// <summary>A past forecast, drawn thinner than the current one.</summary>
/// <param name="LastBar">Start of the newest bar it knew, milliseconds since 1970-01-01 UTC.</param>
/// <param name="LastClose">That bar's close.</param>
/// <param name="Steps">Its horizons, nearest first.</param>
public sealed record GhostFan(long LastBar, double LastClose, IReadOnlyList<GhostStep> Steps);
