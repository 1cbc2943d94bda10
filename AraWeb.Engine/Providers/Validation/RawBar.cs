namespace AraWeb.Engine.Providers.Validation;

/// <summary>One row as it was read.</summary>
/// <param name="Time">Milliseconds since 1970-01-01 UTC.</param>
/// <param name="Open">First price; NaN where unreadable.</param>
/// <param name="High">Highest price.</param>
/// <param name="Low">Lowest price.</param>
/// <param name="Close">Last price.</param>
/// <param name="Volume">Units traded.</param>
/// <param name="Row">Line in the file.</param>
internal readonly record struct RawBar(long Time, double Open, double High, double Low, double Close, double Volume, int Row);
