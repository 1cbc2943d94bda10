using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Skewness.</summary>
internal sealed class Skewness : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 50, minimum: 3);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "skewness",
        "Skewness",
        IndicatorFamily.Statistical,
        "Lean of the distribution of the log returns: negative where the large moves are falls.",
        "Third central moment over the cubed deviation, of the population (scipy skew). 0 where nothing moved.",
        [Period],
        [new("skewness", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [bars.LogReturn.Moments(values.Whole(Period)).Skewness];
}
