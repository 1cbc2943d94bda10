using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Absolute price oscillator.</summary>
internal sealed class Apo : IIndicator
{
    private static readonly IndicatorParameter Fast = IndicatorParameter.Whole("fast", 12, minimum: 1);
    private static readonly IndicatorParameter Slow = IndicatorParameter.Whole("slow", 26);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "apo",
        "Absolute price oscillator",
        IndicatorFamily.Trend,
        "Distance between a fast and a slow exponential average, from the first bar on.",
        "Textbook. Averages begin with the first close, as in Tulip, which sets it apart from the MACD line.",
        [Fast, Slow],
        [new("apo", OutputUnit.Price)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        [bars.Close.EmaFromFirst(values.Whole(Fast)) - bars.Close.EmaFromFirst(values.Whole(Slow))];
}
