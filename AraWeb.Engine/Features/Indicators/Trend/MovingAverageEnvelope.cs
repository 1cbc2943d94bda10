using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Moving average envelope.</summary>
internal sealed class MovingAverageEnvelope : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20, minimum: 1);
    private static readonly IndicatorParameter Percent = IndicatorParameter.Real("percent", 2.5, 0.01, 50);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "ma-envelope",
        "Moving average envelope",
        IndicatorFamily.Trend,
        "A simple average with lines some percent above and below.",
        "Textbook.",
        [Period, Percent],
        [
            new("center", OutputUnit.PriceLevel, Minimum: 0),
            new("upper", OutputUnit.PriceLevel, Minimum: 0),
            new("lower", OutputUnit.PriceLevel, Minimum: 0),
        ]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var center = bars.Close.Sma(values.Whole(Period));
        var width = center * (values.Real(Percent) / 100);
        return [center, center + width, center - width];
    }
}
