using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels.Windows;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Sine-weighted moving average.</summary>
internal sealed class SineWeightedAverage : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "sine-wma",
        "Sine-weighted moving average",
        IndicatorFamily.Trend,
        "Average with weights along half a sine wave.",
        "Lafferty (1999): weights sin(pi i / (period + 1)), rescaled to 1.",
        [Period],
        [new("average", OutputUnit.PriceLevel, Minimum: 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [bars.Close.Weigh(Weights.Of("sine", values.Whole(Period), Wave))];

    private static double[] Wave(int length)
    {
        var weights = Enumerable.Range(1, length).Select(i => Math.Sin(Math.PI * i / (length + 1))).ToArray();
        var sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }
}
