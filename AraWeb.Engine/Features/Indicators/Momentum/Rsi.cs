using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Relative strength index.</summary>
internal sealed class Rsi : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "rsi",
        "Relative strength index",
        IndicatorFamily.Momentum,
        "Share of the rises in all moves of the close, in percent.",
        "Wilder, New Concepts in Technical Trading Systems (1978). 50 where the price did not move at all.",
        [Period],
        [new("rsi", OutputUnit.Scaleless, 0, 100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [Of(bars.Close, values.Whole(Period))];

    /// <summary>The index of any column.</summary>
    internal static Column Of(Column source, int period) => Of(source, period, span: 1);

    /// <summary>The index of moves over <paramref name="span"/> rows.</summary>
    internal static Column Of(Column source, int period, int span)
    {
        var change = source.Change(span);
        var gain = change.AtLeast(0).Wilder(period);
        var loss = (-change).AtLeast(0).Wilder(period);
        return 100 * gain.Over(gain + loss, whenZero: 0.5);
    }
}
