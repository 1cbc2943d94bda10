using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Mass index.</summary>
internal sealed class MassIndex : IIndicator
{
    private static readonly IndicatorParameter Average = IndicatorParameter.Whole("average", 9, minimum: 1);
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 25, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "mass-index",
        "Mass index",
        IndicatorFamily.Volatility,
        "Sum of the ratio between the average range and its own average; a bulge says that the range widened.",
        "Dorsey (1992): sum over EMA(high - low) / EMA of that EMA. Averages begin with simple ones (Tulip: with the first value); a " +
        "bar without any range counts as 1.",
        [Average, Period],
        [new("mass", OutputUnit.Scaleless, 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var range = (bars.High - bars.Low).Ema(values.Whole(Average));
        return [range.Over(range.Ema(values.Whole(Average)), whenZero: 1).Total(values.Whole(Period))];
    }
}
