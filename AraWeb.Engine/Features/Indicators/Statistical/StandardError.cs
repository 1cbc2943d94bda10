using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Standard error.</summary>
internal sealed class StandardError : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "standard-error",
        "Standard error",
        IndicatorFamily.Statistical,
        "Uncertainty of the mean close if the closes were independent.",
        "Deviation of the population over the root of the count, as in Tulip.",
        [Period],
        [new("error", OutputUnit.Price, 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        [bars.Close.PopulationDeviation(values.Whole(Period)) / Math.Sqrt(values.Whole(Period))];
}
