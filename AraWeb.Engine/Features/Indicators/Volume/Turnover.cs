using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Turnover.</summary>
internal sealed class Turnover : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "turnover",
        "Turnover",
        IndicatorFamily.Volume,
        "Close times volume, averaged: how much money changes hands.",
        "Common practice, called dollar volume.",
        [Period],
        [new("turnover", OutputUnit.Turnover, Minimum: 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [(bars.Close * bars.Volume).Sma(values.Whole(Period))];
}
