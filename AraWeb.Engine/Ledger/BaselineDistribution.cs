using AraWeb.Engine.Core;
using MathNet.Numerics.Distributions;

namespace AraWeb.Engine.Ledger;

/// <summary>
/// What one simple rival said of one horizon, in the form in which forecasts are: by nine quantiles, so that it is scored by the very rule that scores them.
/// </summary>
public readonly struct BaselineDistribution
{
    /// <summary>The usual tails of daily returns; Ara's own comparisons use the same.</summary>
    private const double Degrees = 5;

    private static readonly double[] NormalQuantiles = [.. Quantiles.Levels.ToArray().Select(level => Normal.InvCDF(0, 1, level))];

    // Scaled so that the standard deviation is one: that of a t is sqrt(degrees / (degrees - 2)).
    private static readonly double[] StudentQuantiles =
        [.. Quantiles.Levels.ToArray().Select(level => StudentT.InvCDF(0, Math.Sqrt((Degrees - 2) / Degrees), Degrees, level))];

    private BaselineDistribution(BaselineKind kind, double mean, double deviation, double probabilityUp)
    {
        Kind = kind;
        Mean = mean;
        Deviation = deviation;
        ProbabilityUp = probabilityUp;
    }

    /// <summary>Which rival.</summary>
    public BaselineKind Kind { get; }

    /// <summary>Its centre in log return; NaN for a bare probability.</summary>
    public double Mean { get; }

    /// <summary>Its standard deviation; zero for a point, NaN where it names no distribution or had nothing to say.</summary>
    public double Deviation { get; }

    /// <summary>Its probability of a positive return; NaN where it names none.</summary>
    public double ProbabilityUp { get; }

    /// <summary>True when it says anything of the whole distribution.</summary>
    public bool IsDistribution => double.IsFinite(Mean) && Deviation >= 0;

    /// <summary>One rival.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="frozen">What was kept at issue.</param>
    public static BaselineDistribution Of(BaselineKind kind, FrozenBaselines frozen)
    {
        ArgumentNullException.ThrowIfNull(frozen);
        return kind switch
        {
            BaselineKind.LastPrice => new(kind, mean: 0, deviation: 0, double.NaN),
            BaselineKind.Drift => new(kind, frozen.DriftMean, frozen.DriftDeviation, UpOf(frozen.DriftMean, frozen.DriftDeviation)),
            BaselineKind.AlwaysUp => new(kind, double.NaN, double.NaN, probabilityUp: 1),
            BaselineKind.Cone => Centred(kind, frozen.ConeDeviation),
            BaselineKind.EwmaT5 => Centred(kind, frozen.EwmaDeviation),
            BaselineKind.Har => Centred(kind, frozen.HarDeviation),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such baseline."),
        };
    }

    /// <summary>All rivals, in the order of <see cref="BaselineKind"/>.</summary>
    public static IReadOnlyList<BaselineDistribution> All(FrozenBaselines frozen) => [.. Enum.GetValues<BaselineKind>().Select(kind => Of(kind, frozen))];

    /// <summary>Its nine quantiles.</summary>
    /// <param name="values">[9] receives them, in the order of <see cref="Quantiles.Levels"/>; NaN where there is no distribution.</param>
    public void QuantilesTo(Span<double> values)
    {
        var shape = Kind is BaselineKind.EwmaT5 or BaselineKind.Har ? StudentQuantiles : NormalQuantiles;
        for (var i = 0; i < shape.Length; i++)
        {
            values[i] = Mean + (Deviation * shape[i]);
        }
    }

    private static BaselineDistribution Centred(BaselineKind kind, double deviation) =>
        new(kind, mean: 0, deviation, double.IsNaN(deviation) ? double.NaN : 0.5);

    private static double UpOf(double mean, double deviation) => deviation > 0 ? Normal.CDF(0, 1, mean / deviation) : double.NaN;
}
