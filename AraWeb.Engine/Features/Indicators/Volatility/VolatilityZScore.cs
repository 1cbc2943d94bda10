using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Volatility against its own past.</summary>
internal sealed class VolatilityZScore : IIndicator
{
    private static readonly IndicatorParameter Window = IndicatorParameter.Whole("window", 21);
    private static readonly IndicatorParameter History = IndicatorParameter.Whole("history", 252);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "volatility-z",
        "Volatility z-score",
        IndicatorFamily.Volatility,
        "How far the deviation of log returns stands from its own mean, in its own deviations.",
        "Population deviation of one-bar log returns against its mean and population deviation over the history; 0 where it does not vary.",
        [Window, History],
        [new("volatility-z", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var deviation = bars.LogReturn.PopulationDeviation(values.Whole(Window));
        var history = values.Whole(History);
        return [(deviation - deviation.Sma(history)).Over(deviation.PopulationDeviation(history), whenZero: 0)];
    }
}
