using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Simple moving average.</summary>
internal sealed class Sma : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "sma",
        "Simple moving average",
        IndicatorFamily.Trend,
        "Mean of the last closes.",
        "Textbook.",
        [Period],
        [new("sma", OutputUnit.PriceLevel, Minimum: 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [bars.Close.Sma(values.Whole(Period))];
}
