using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Market facilitation index.</summary>
internal sealed class MarketFacilitation : IIndicator
{
    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "market-facilitation",
        "Market facilitation index",
        IndicatorFamily.Volume,
        "Range of the bar for each unit traded.",
        "Williams, Trading Chaos (1995). Scales as price over volume. Unknown where nothing was traded.",
        [],
        [new("facilitation", OutputUnit.Other, Minimum: 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [(bars.High - bars.Low) / bars.Volume];
}
