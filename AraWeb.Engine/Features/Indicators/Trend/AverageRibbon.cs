using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Ribbon of moving averages.</summary>
internal sealed class AverageRibbon : IIndicator
{
    private static readonly IndicatorParameter Step = IndicatorParameter.Whole("step", 8, minimum: 1, maximum: 50);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "ma-ribbon",
        "Moving average ribbon",
        IndicatorFamily.Trend,
        "Width of a bundle of eight exponential averages in percent of the close, and how well they are in rising order.",
        "Textbook, after Guppy: exponential averages with the periods step, 2 step ... 8 step. Order is 1 with each faster average above " +
        "the next slower, -1 with each below.",
        [Step],
        [new("width", OutputUnit.Scaleless, Minimum: 0), new("order", OutputUnit.Scaleless, -1, 1)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var step = values.Whole(Step);
        var lines = Enumerable.Range(1, 8).Select(i => bars.Close.Ema(i * step)).ToArray();
        var width = lines.Aggregate(static (top, next) => top.Max(next)) - lines.Aggregate(static (bottom, next) => bottom.Min(next));
        var order = lines.Zip(lines.Skip(1), static (faster, slower) => faster.Zip(slower, Sign)).Aggregate(static (sum, next) => sum + next);
        return [width / bars.Close * 100, order / (lines.Length - 1)];
    }

    private static double Sign(double faster, double slower) => faster > slower ? 1 : faster < slower ? -1 : 0;
}
