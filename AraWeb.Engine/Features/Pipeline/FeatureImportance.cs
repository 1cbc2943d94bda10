using AraWeb.Engine.Features.Targets;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Pipeline;

/// <summary>What one column alone says of a target, in a training window.</summary>
/// <param name="Name">The column.</param>
/// <param name="InformationCoefficient">Spearman's correlation with the target.</param>
/// <param name="T">The coefficient over its standard error, with targets that overlap counted as fewer.</param>
/// <param name="Count">Rows with both known.</param>
/// <param name="Stability">Share of five stretches of the window in which the correlation has the sign of the whole.</param>
public sealed record FeatureImportance(string Name, double InformationCoefficient, double T, int Count, double Stability)
{
    private const int Stretches = 5;
    private const int FewestRows = 10;

    internal static FeatureImportance Of(string name, ReadOnlySpan<double> values, TargetSeries target, int from, int to)
    {
        var (x, y) = Pairs(values, target, from, to);
        var coefficient = x.Length < FewestRows ? double.NaN : RankCorrelation.Of(x, y);
        if (double.IsNaN(coefficient))
        {
            return new FeatureImportance(name, 0, 0, x.Length, 0);
        }

        // Targets of neighbouring rows share all but one of their bars: about one row in each horizon is news.
        var independent = (double)x.Length / target.Horizon;
        var t = coefficient * Math.Sqrt(Math.Max(0, independent - 2) / Math.Max(1e-12, 1 - (coefficient * coefficient)));
        var agreeing = 0;
        for (var stretch = 0; stretch < Stretches; stretch++)
        {
            var part = (x.Length * stretch / Stretches)..(x.Length * (stretch + 1) / Stretches);
            agreeing += RankCorrelation.Of(x.AsSpan(part), y.AsSpan(part)) * coefficient > 0 ? 1 : 0;
        }

        return new FeatureImportance(name, coefficient, t, x.Length, (double)agreeing / Stretches);
    }

    private static (double[] X, double[] Y) Pairs(ReadOnlySpan<double> values, TargetSeries target, int from, int to)
    {
        var (x, y) = (new List<double>(), new List<double>());
        for (var row = from; row < to; row++)
        {
            if (!double.IsNaN(values[row]) && !double.IsNaN(target.Values[row]))
            {
                x.Add(values[row]);
                y.Add(target.Values[row]);
            }
        }

        return ([.. x], [.. y]);
    }
}
