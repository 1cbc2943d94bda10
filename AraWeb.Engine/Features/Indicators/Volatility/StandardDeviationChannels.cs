using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Standard-deviation channels.</summary>
internal sealed class StandardDeviationChannels : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20);
    private static readonly IndicatorParameter Multiplier = IndicatorParameter.Real("multiplier", 2, 0.1, 10);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "stdev-channels",
        "Standard-deviation channels",
        IndicatorFamily.Volatility,
        "Least-squares line through the last closes with bands some standard deviations away.",
        "As in Stock.Indicators: deviation of the closes from their mean, not from the line. Given at the newest end of the line, " +
        "where it is known; other software draws the whole line into the past.",
        [Period, Multiplier],
        [new("line", OutputUnit.PriceLevel), new("upper", OutputUnit.PriceLevel), new("lower", OutputUnit.PriceLevel)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var line = bars.Close.LineEnd(values.Whole(Period));
        var distance = bars.Close.PopulationDeviation(values.Whole(Period)) * values.Real(Multiplier);
        return [line, line + distance, line - distance];
    }
}
