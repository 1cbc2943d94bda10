using AraWeb.Engine.Core;
using AraWeb.Engine.Features.Patterns;

namespace AraWeb.Api.Contracts;

/// <summary>A pattern that was found.</summary>
/// <param name="Pattern">Id of the pattern.</param>
/// <param name="Kind">Its group.</param>
/// <param name="Direction">What it announces.</param>
/// <param name="From">Start of its first bar.</param>
/// <param name="To">Start of the bar at whose close it was confirmed.</param>
/// <param name="Confidence">How well the shape fits, 0 to 1; not a probability of success.</param>
/// <param name="Breakout">Price whose crossing speaks for the direction; null where there is none.</param>
/// <param name="Target">Price of the measured move; null for candles.</param>
/// <param name="Stop">Price beyond which it has failed; null where there is none.</param>
internal sealed record PatternMatchContract(
    string Pattern,
    PatternKind Kind,
    PatternDirection Direction,
    DateTimeOffset From,
    DateTimeOffset To,
    double Confidence,
    double? Breakout,
    double? Target,
    double? Stop)
{
    /// <summary>The contract of a match.</summary>
    public static PatternMatchContract Of(PatternMatch match, BarSeries bars) => new(
        match.Pattern,
        match.Kind,
        match.Direction,
        bars[match.Start].Time,
        bars[match.End].Time,
        match.Confidence,
        Known(match.Breakout),
        Known(match.Target),
        Known(match.Stop));

    private static double? Known(double price) => double.IsNaN(price) ? null : price;
}
