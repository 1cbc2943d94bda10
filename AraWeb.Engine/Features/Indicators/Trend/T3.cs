using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Tillson's T3.</summary>
internal sealed class T3 : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 5, minimum: 1);
    private static readonly IndicatorParameter Factor = IndicatorParameter.Real("factor", 0.7, 0.0, 1.0);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "t3",
        "T3 moving average",
        IndicatorFamily.Trend,
        "Six exponential averages of each other, mixed so that little lag remains.",
        "Tillson (1998). All six begin with the first close, as in Stock.Indicators; Lean begins with simple averages, which dies out.",
        [Period, Factor],
        [new("t3", OutputUnit.PriceLevel)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var length = values.Whole(Period);
        var factor = values.Real(Factor);
        var (square, cube) = (factor * factor, factor * factor * factor);
        var third = bars.Close.EmaFromFirst(length).EmaFromFirst(length).EmaFromFirst(length);
        var fourth = third.EmaFromFirst(length);
        var fifth = fourth.EmaFromFirst(length);
        return
        [
            (third * (1 + (3 * factor) + (3 * square) + cube))
                - (fourth * ((3 * factor) + (6 * square) + (3 * cube)))
                + (fifth * (3 * (square + cube)))
                - (fifth.EmaFromFirst(length) * cube),
        ];
    }
}
