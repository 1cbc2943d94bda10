namespace AraWeb.Components.Charts;

/// <summary>One horizon of a past forecast, in prices.</summary>
/// <param name="Due">Start of its bar, milliseconds since 1970-01-01 UTC.</param>
/// <param name="Lower">Lower end of the 80 % band.</param>
/// <param name="Median">The median.</param>
/// <param name="Upper">Upper end of the 80 % band.</param>
/// <param name="Came">The close that came, where the horizon is one of those shown as a dot; null otherwise and while pending.</param>
public sealed record GhostStep(long Due, double Lower, double Median, double Upper, double? Came);
