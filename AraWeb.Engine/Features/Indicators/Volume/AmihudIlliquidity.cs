using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Amihud illiquidity.</summary>
internal sealed class AmihudIlliquidity : IIndicator
{
    private const double PerMillion = 1e6;

    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 21, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "amihud",
        "Amihud illiquidity",
        IndicatorFamily.Volume,
        "Size of the return for each million of turnover, averaged over the bars with trade.",
        "Amihud, Journal of Financial Markets (2002). Scales as one over turnover. Unknown where no bar of the window has trade.",
        [Period],
        [new("illiquidity", OutputUnit.Other, Minimum: 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var size = (bars.Close.Change(1) / bars.Close.Shift(1)).Abs();
        var turnover = (bars.Close * bars.Volume).WhereKnown(size);
        var impact = size.Over(turnover, whenZero: 0).Total(values.Whole(Period));
        return [PerMillion * impact / turnover.Map(IsTraded).Total(values.Whole(Period))];
    }

    private static double IsTraded(double turnover) => turnover > 0 ? 1 : 0;
}
