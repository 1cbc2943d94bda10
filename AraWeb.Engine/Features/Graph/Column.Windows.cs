using AraWeb.Engine.Features.Kernels;
using AraWeb.Engine.Features.Kernels.Folds;
using AraWeb.Engine.Features.Kernels.Windows;

namespace AraWeb.Engine.Features.Graph;

/// <content>Over a window of the newest rows.</content>
internal sealed partial class Column
{
    /// <summary>The value <paramref name="bars"/> rows earlier; unknown where a row since then is.</summary>
    public Column Shift(int bars) => bars == 0 ? this : Graph.Add((nameof(Shift), bars), [this], bars, [Warmup + bars], () => new ShiftKernel(bars))[0];

    /// <summary>The value less the one <paramref name="bars"/> rows earlier.</summary>
    public Column Change(int bars) => this - Shift(bars);

    /// <summary>Sum of the last <paramref name="length"/> values.</summary>
    public Column Total(int length) => Fold(length, default(TotalFold));

    /// <summary>Simple moving average.</summary>
    public Column Sma(int length) => Fold(length, default(MeanFold));

    /// <summary>Greatest of the last <paramref name="length"/> values.</summary>
    public Column Highest(int length) => Fold(length, default(HighestFold));

    /// <summary>Smallest of the last <paramref name="length"/> values.</summary>
    public Column Lowest(int length) => Fold(length, default(LowestFold));

    /// <summary>Variance of the population: divided by the length. Exactly 0 for equal values.</summary>
    public Column PopulationVariance(int length) => Variance(length, degreesLost: 0);

    /// <summary>Variance of the sample: divided by the length less one. Exactly 0 for equal values.</summary>
    public Column SampleVariance(int length) => Variance(length, degreesLost: 1);

    /// <summary>Standard deviation of the population.</summary>
    public Column PopulationDeviation(int length) => PopulationVariance(length).Sqrt();

    /// <summary>Standard deviation of the sample.</summary>
    public Column SampleDeviation(int length) => SampleVariance(length).Sqrt();

    /// <summary>Mean distance of the last values from their mean.</summary>
    public Column MeanDeviation(int length) => Window(length, default(MeanDeviationWindow));

    /// <summary>Linearly weighted moving average: the newest value weighs <paramref name="length"/>, the oldest 1.</summary>
    public Column Wma(int length) => Weigh(Weights.Linear(length));

    /// <summary>Slope per bar of the least-squares line through the last values. Exactly 0 for equal values.</summary>
    public Column Slope(int length) => Fold(length, new WeighedFold(Weights.Slope(length), FromOldest: true));

    /// <summary>Height, at the newest bar, of the least-squares line through the last values.</summary>
    public Column LineEnd(int length) => Sma(length) + (Slope(length) * ((length - 1) / 2.0));

    /// <summary>Weighted sum of the last values with fixed weights, the oldest value first. Weights are not rescaled.</summary>
    public Column Weigh(double[] weights) => Fold(weights.Length, new WeighedFold(weights, FromOldest: false));

    /// <summary>Pearson's correlation with another column; unknown where one of the two does not vary.</summary>
    public Column Correlation(Column other, int length) => Window(other, length, default(CorrelationWindow));

    /// <summary>Covariance of the population with another column.</summary>
    public Column Covariance(Column other, int length) => Window(other, length, default(CovarianceWindow));

    private Column Fold<TFold>(int length, TFold fold)
        where TFold : struct, IFold =>
        Graph.Add((fold, length), [this], length - 1, [Warmup + length - 1], () => new FoldKernel<TFold>(length, fold))[0];

    private Column Variance(int length, int degreesLost)
    {
        var mean = Sma(length);
        return Graph.Add(
            (nameof(Variance), length, degreesLost), [this, mean], length - 1, [mean.Warmup], () => new VarianceKernel(length, degreesLost))[0];
    }

    /// <summary>A function of the last <paramref name="length"/> values; it never sees an unknown value.</summary>
    public Column Window<TWindow>(int length, TWindow window)
        where TWindow : struct, IWindow =>
        Graph.Add((window, length), [this], length - 1, [Warmup + length - 1], () => new WindowKernel<TWindow>(length, window))[0];

    /// <summary>A function of the last <paramref name="length"/> values of two columns.</summary>
    public Column Window<TWindow>(Column other, int length, TWindow window)
        where TWindow : struct, IPairWindow =>
        Graph.Add((window, length), [this, other], length - 1, [Latest(other) + length - 1], () => new PairWindowKernel<TWindow>(length, window))[0];
}
