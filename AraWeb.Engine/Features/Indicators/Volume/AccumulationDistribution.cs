using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Accumulation distribution line.</summary>
internal sealed class AccumulationDistribution : IIndicator
{
    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "adl",
        "Accumulation/distribution line",
        IndicatorFamily.Volume,
        "Running sum of the volume, weighted by the place of the close in the range of its bar.",
        "Chaikin; StockCharts, ChartSchool. A bar without range adds nothing.",
        [],
        [new("adl", OutputUnit.Volume)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [Of(bars)];

    /// <summary>Running sum of the money flow volume.</summary>
    internal static Column Of(BarInputs bars) => FlowVolume(bars).Cumulate();

    /// <summary>Volume times (2 close - high - low) / (high - low).</summary>
    internal static Column FlowVolume(BarInputs bars) =>
        ((bars.Close - bars.Low) - (bars.High - bars.Close)).Over(bars.High - bars.Low, whenZero: 0) * bars.Volume;
}
