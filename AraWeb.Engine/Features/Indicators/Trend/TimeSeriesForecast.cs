using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Time series forecast.</summary>
internal sealed class TimeSeriesForecast : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "tsf",
        "Time series forecast",
        IndicatorFamily.Trend,
        "Height to which the least-squares line of the last closes points one bar ahead.",
        "Textbook, as in TA-Lib: end of the line plus its slope.",
        [Period],
        [new("tsf", OutputUnit.PriceLevel)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var length = values.Whole(Period);
        return [bars.Close.LineEnd(length) + bars.Close.Slope(length)];
    }
}
