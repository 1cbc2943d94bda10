using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>12-1 momentum.</summary>
internal sealed class TwelveOneMomentum : IIndicator
{
    private static readonly IndicatorParameter Long = IndicatorParameter.Whole("long", 252, minimum: 42);
    private static readonly IndicatorParameter Skip = IndicatorParameter.Whole("skip", 21, minimum: 0, maximum: 41);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "momentum-12-1",
        "12-1 momentum",
        IndicatorFamily.Momentum,
        "Return over a year without its last month, in percent.",
        "Jegadeesh and Titman, Journal of Finance (1993); Asness (1994) leaves out the last month, which tends to turn back.",
        [Long, Skip],
        [new("momentum", OutputUnit.Scaleless, Minimum: -100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var (start, end) = (bars.Close.Shift(values.Whole(Long)), bars.Close.Shift(values.Whole(Skip)));
        return [100 * ((end - start) / start)];
    }
}
