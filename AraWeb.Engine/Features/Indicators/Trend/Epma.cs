using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Endpoint moving average.</summary>
internal sealed class Epma : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 10, minimum: 2);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "epma",
        "Endpoint moving average",
        IndicatorFamily.Trend,
        "Height of the least-squares line of the last closes at the newest one.",
        "Textbook; also called least-squares moving average (LSMA).",
        [Period],
        [new("epma", OutputUnit.PriceLevel)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [bars.Close.LineEnd(values.Whole(Period))];
}
