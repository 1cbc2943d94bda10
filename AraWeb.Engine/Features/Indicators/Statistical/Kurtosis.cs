using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Excess kurtosis.</summary>
internal sealed class Kurtosis : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 50, minimum: 4);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "kurtosis",
        "Excess kurtosis",
        IndicatorFamily.Statistical,
        "Weight of the tails of the log returns: 0 for a normal distribution.",
        "Fourth central moment over the squared variance, less 3, of the population (scipy kurtosis). Minus 3 would be a point; 0 is " +
        "given where nothing moved.",
        [Period],
        [new("kurtosis", OutputUnit.Scaleless, -2)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [bars.LogReturn.Moments(values.Whole(Period)).Kurtosis];
}
