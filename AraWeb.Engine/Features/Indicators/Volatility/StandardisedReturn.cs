using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Return over volatility.</summary>
internal sealed class StandardisedReturn : IIndicator
{
    private static readonly IndicatorParameter Span = IndicatorParameter.Whole("span", 5, minimum: 1, maximum: 250);
    private static readonly IndicatorParameter Window = IndicatorParameter.Whole("window", 21);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "standardised-return",
        "Standardised return",
        IndicatorFamily.Volatility,
        "Log return over some bars, in standard deviations of such returns.",
        "Return over the population deviation of one-bar log returns times the root of the span; 0 where the price does not vary.",
        [Span, Window],
        [new("standardised-return", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var span = values.Whole(Span);
        var deviation = bars.LogReturn.PopulationDeviation(values.Whole(Window));
        return [bars.Close.Log().Change(span).Over(deviation * Math.Sqrt(span), whenZero: 0)];
    }
}
