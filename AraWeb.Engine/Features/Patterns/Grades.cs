using System.Runtime.CompilerServices;

namespace AraWeb.Engine.Features.Patterns;

/// <summary>
/// How well rules are met: 0 just met, 1 as in the textbook, NaN broken. A broken rule breaks the whole pattern because NaN propagates.
/// Confidence is the mean of a pattern's grades and nothing else.
/// </summary>
internal static class Grades
{
    /// <summary>A rule that is not met.</summary>
    public const double Broken = double.NaN;

    /// <summary>Broken short of <paramref name="limit"/>, 0 there, 1 at <paramref name="ideal"/> and beyond; the ideal may lie on either side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Towards(double value, double limit, double ideal)
    {
        var grade = (value - limit) / (ideal - limit);
        return grade >= 0 ? Math.Min(grade, 1) : Broken;
    }

    /// <summary>1 at <paramref name="ideal"/>, 0 at <paramref name="tolerance"/> from it, broken beyond.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Near(double value, double ideal, double tolerance) => Towards(Math.Abs(value - ideal), tolerance, 0);

    /// <summary>1 from <paramref name="low"/> to <paramref name="high"/>, 0 at <paramref name="tolerance"/> outside, broken beyond.</summary>
    public static double Within(double value, double low, double high, double tolerance) =>
        Towards(Math.Max(low - value, value - high), tolerance, 0);

    /// <summary>Mean of the grades.</summary>
    public static double Mean(double a, double b) => (a + b) / 2;

    /// <summary>Mean of the grades.</summary>
    public static double Mean(double a, double b, double c) => (a + b + c) / 3;

    /// <summary>Mean of the grades.</summary>
    public static double Mean(double a, double b, double c, double d) => (a + b + c + d) / 4;

    /// <summary>Mean of the grades.</summary>
    public static double Mean(double a, double b, double c, double d, double e) => (a + b + c + d + e) / 5;
}
