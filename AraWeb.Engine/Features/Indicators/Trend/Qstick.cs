using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Qstick.</summary>
internal sealed class Qstick : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 8, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "qstick",
        "Qstick",
        IndicatorFamily.Trend,
        "Mean distance from open to close of the last bars.",
        "Chande, The New Technical Trader (1994).",
        [Period],
        [new("qstick", OutputUnit.Price)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [(bars.Close - bars.Open).Sma(values.Whole(Period))];
}
