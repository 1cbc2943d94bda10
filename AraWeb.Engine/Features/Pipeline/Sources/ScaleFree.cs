using AraWeb.Engine.Core;

namespace AraWeb.Engine.Features.Pipeline.Sources;

/// <summary>
/// Makes the lines of indicators comparable between instruments and over decades: prices over the close, volumes as a change over the volume that is usual.
/// Lines without such a form are left out.
/// </summary>
internal static class ScaleFree
{
    private const int Bars = 20;

    /// <summary>Whether a line has a form without a unit.</summary>
    public static bool Has(IndicatorOutput output) => output.Unit != OutputUnit.Other;

    /// <summary>The form without a unit.</summary>
    /// <returns>[bars].</returns>
    public static double[] Of(IndicatorOutput output, ReadOnlySpan<double> values, BarSeries bars, ReadOnlySpan<double> meanVolume)
    {
        var result = new double[values.Length];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = output.Unit switch
            {
                OutputUnit.Scaleless => values[i],
                OutputUnit.PriceLevel => (values[i] / bars.Close[i]) - 1,
                OutputUnit.Price => values[i] / bars.Close[i],
                OutputUnit.Volume => Change(values, i) / meanVolume[i],
                OutputUnit.Turnover => Change(values, i) / (meanVolume[i] * bars.Close[i]),
                _ => double.NaN,
            };
            result[i] = double.IsFinite(result[i]) ? result[i] : double.NaN;
        }

        return result;
    }

    /// <summary>[bars] mean volume of the last bars; unknown where it is zero.</summary>
    public static double[] MeanVolume(BarSeries bars)
    {
        var mean = new double[bars.Count];
        var sum = 0.0;
        for (var i = 0; i < mean.Length; i++)
        {
            sum += bars.Volume[i] - (i >= Bars ? bars.Volume[i - Bars] : 0);
            mean[i] = i >= Bars - 1 && sum > 0 ? sum / Bars : double.NaN;
        }

        return mean;
    }

    // Running totals of volume have no level of their own; what they did lately is what counts.
    private static double Change(ReadOnlySpan<double> values, int row) => row < Bars ? double.NaN : (values[row] - values[row - Bars]) / Bars;
}
