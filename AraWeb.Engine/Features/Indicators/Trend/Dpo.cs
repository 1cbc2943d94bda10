using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Detrended price oscillator.</summary>
internal sealed class Dpo : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "dpo",
        "Detrended price oscillator",
        IndicatorFamily.Trend,
        "Distance of an earlier close from the simple average that is centred near it.",
        "Textbook: the close period / 2 + 1 bars ago less the average of today. Given today, where it is known; charts draw it at the earlier bar.",
        [Period],
        [new("dpo", OutputUnit.Price)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var length = values.Whole(Period);
        return [bars.Close.Shift((length / 2) + 1) - bars.Close.Sma(length)];
    }
}
