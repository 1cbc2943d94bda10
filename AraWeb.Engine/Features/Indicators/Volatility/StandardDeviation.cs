using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Standard deviation.</summary>
internal sealed class StandardDeviation : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "stdev",
        "Standard deviation",
        IndicatorFamily.Volatility,
        "Spread of the close around its mean, and how many spreads the close is away from it.",
        "Deviation of the population, as in Stock.Indicators. The z-score is 0 where nothing moved.",
        [Period],
        [new("stdev", OutputUnit.Price, 0), new("mean", OutputUnit.PriceLevel), new("z-score", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var period = values.Whole(Period);
        var mean = bars.Close.Sma(period);
        var deviation = bars.Close.PopulationDeviation(period);
        return [deviation, mean, (bars.Close - mean).Over(deviation, whenZero: 0)];
    }
}
