using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Triangular moving average.</summary>
internal sealed class Trima : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "trima",
        "Triangular moving average",
        IndicatorFamily.Trend,
        "Average whose weights rise to the middle of the window and fall again.",
        "Textbook: a simple average of a simple average, of half the window each (of half and half plus one for an even period), as in TA-Lib and Tulip.",
        [Period],
        [new("trima", OutputUnit.PriceLevel, Minimum: 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var length = values.Whole(Period);
        return [bars.Close.Sma((length + 1) / 2).Sma((length / 2) + 1)];
    }
}
