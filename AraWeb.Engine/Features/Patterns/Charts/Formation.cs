using AraWeb.Engine.Features.Patterns.Charts.Swings;

namespace AraWeb.Engine.Features.Patterns.Charts;

/// <summary>
/// A shape that announces rising prices once a close lies above its breakout line (rules are written for rises only; falls are found upside down).
/// </summary>
/// <param name="Start">Index of its first bar.</param>
/// <param name="Breakout">Line that a close must exceed.</param>
/// <param name="Failure">Line below which a close ends the wait.</param>
/// <param name="Target">Line whose price at the breakout is the target.</param>
/// <param name="Stop">Price below which it has failed once confirmed.</param>
/// <param name="LastBar">Last bar that may confirm it.</param>
/// <param name="Grade">How well the shape fits, 0 to 1; NaN for no shape.</param>
internal readonly record struct Formation(
    int Start, TrendLine Breakout, TrendLine Failure, TrendLine Target, double Stop, int LastBar, double Grade)
{
    /// <summary>Most bars that a shape of swings may span up to its confirmation; it keeps the cost linear.</summary>
    public const int MostBars = 300;

    /// <summary>No shape.</summary>
    public static Formation None { get; } = new(0, default, default, default, 0, 0, Grades.Broken);

    /// <summary>True for a shape.</summary>
    public bool Exists => Grade >= 0;

    /// <summary>A shape whose breakout and stop are prices, with the measured move as target.</summary>
    /// <param name="start">Index of its first bar.</param>
    /// <param name="breakout">Price that a close must exceed.</param>
    /// <param name="stop">Price below which it has failed.</param>
    /// <param name="target">Target.</param>
    /// <param name="lastBar">Last bar that may confirm it.</param>
    /// <param name="grade">How well it fits.</param>
    public static Formation AtLevel(int start, double breakout, double stop, double target, int lastBar, double grade) =>
        new(start, TrendLine.Level(breakout), TrendLine.Level(stop), TrendLine.Level(target), stop, lastBar, grade);
}
