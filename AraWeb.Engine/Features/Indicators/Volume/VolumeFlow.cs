using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Volume flow indicator.</summary>
internal sealed class VolumeFlow : IIndicator
{
    private const int DeviationLength = 30;

    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 130);
    private static readonly IndicatorParameter Coefficient = IndicatorParameter.Real("coefficient", 0.2, 0, 2);
    private static readonly IndicatorParameter Cap = IndicatorParameter.Real("cap", 2.5, 0.5, 10);
    private static readonly IndicatorParameter Smooth = IndicatorParameter.Whole("smooth", 3, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "vfi",
        "Volume flow indicator",
        IndicatorFamily.Volume,
        "Sum of capped volumes with the sign of the larger moves of the typical price, in units of the average volume.",
        "Katsanos, Stocks & Commodities (Jun 2004): moves below a fraction of the deviation over 30 bars do not count. 0 where nothing was traded.",
        [Period, Coefficient, Cap, Smooth],
        [new("vfi", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var price = bars.Typical;
        var cutoff = price.Log().Change(1).SampleDeviation(DeviationLength) * bars.Close * values.Real(Coefficient);
        var average = bars.Volume.Sma(values.Whole(Period)).Shift(1);
        var capped = bars.Volume.Min(average * values.Real(Cap));
        var signed = capped.Zip(price.Change(1), cutoff, static (volume, move, limit) => move > limit ? volume : move < -limit ? -volume : 0);
        return [signed.Total(values.Whole(Period)).Over(average, whenZero: 0).Ema(values.Whole(Smooth))];
    }
}
