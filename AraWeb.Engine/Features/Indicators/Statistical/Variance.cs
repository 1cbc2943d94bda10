using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Variance.</summary>
internal sealed class Variance : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "variance",
        "Variance",
        IndicatorFamily.Statistical,
        "Mean squared distance of the close from its mean.",
        "Variance of the population, as in Lean and Tulip. Counts in squared currency.",
        [Period],
        [new("variance", OutputUnit.Other, 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [bars.Close.PopulationVariance(values.Whole(Period))];
}
