namespace AraWeb.Engine.Features.Patterns;

/// <summary>A pattern that was found. Everything in it was known at the close of bar <paramref name="End"/>.</summary>
/// <param name="Pattern">Id of the pattern.</param>
/// <param name="Kind">Its group.</param>
/// <param name="Direction">What this one announces.</param>
/// <param name="Start">Index of its first bar.</param>
/// <param name="End">Index of the bar at whose close it is confirmed.</param>
/// <param name="Confidence">0 (every rule is only just met) to 1 (as in the textbook). It measures the shape; it is not a probability of success.</param>
/// <param name="Breakout">
/// Price whose crossing by a close speaks for the direction: already crossed by charts, still to be crossed by candles. NaN where there is none.
/// </param>
/// <param name="Target">Price that the measured move points to; NaN for candles, which state none.</param>
/// <param name="Stop">Price beyond which the pattern has failed; NaN where there is none.</param>
public sealed record PatternMatch(
    string Pattern,
    PatternKind Kind,
    PatternDirection Direction,
    int Start,
    int End,
    double Confidence,
    double Breakout,
    double Target,
    double Stop);
