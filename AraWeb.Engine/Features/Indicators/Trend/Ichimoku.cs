using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Ichimoku.</summary>
internal sealed class Ichimoku : IIndicator
{
    private static readonly IndicatorParameter Tenkan = IndicatorParameter.Whole("tenkan", 9, minimum: 1);
    private static readonly IndicatorParameter Kijun = IndicatorParameter.Whole("kijun", 26, minimum: 1);
    private static readonly IndicatorParameter Senkou = IndicatorParameter.Whole("senkou", 52, minimum: 1);
    private static readonly IndicatorParameter Shift = IndicatorParameter.Whole("shift", 26, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "ichimoku",
        "Ichimoku cloud",
        IndicatorFamily.Trend,
        "Middles of three ranges, two of them as they are drawn ahead, and the momentum over the same distance.",
        "Hosoda (1969). The spans are those of shift bars ago, where the chart draws them today; the lagging span would show later closes " +
        "at earlier bars, so the distance of the close from the one it is drawn upon is given.",
        [Tenkan, Kijun, Senkou, Shift],
        [
            new("tenkan", OutputUnit.PriceLevel, Minimum: 0),
            new("kijun", OutputUnit.PriceLevel, Minimum: 0),
            new("senkou-a", OutputUnit.PriceLevel, Minimum: 0),
            new("senkou-b", OutputUnit.PriceLevel, Minimum: 0),
            new("chikou", OutputUnit.Price),
        ]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var shift = values.Whole(Shift);
        var tenkan = Middle(bars, values.Whole(Tenkan));
        var kijun = Middle(bars, values.Whole(Kijun));
        return [tenkan, kijun, ((tenkan + kijun) / 2).Shift(shift), Middle(bars, values.Whole(Senkou)).Shift(shift), bars.Close - bars.Close.Shift(shift)];
    }

    private static Column Middle(BarInputs bars, int length) => (bars.High.Highest(length) + bars.Low.Lowest(length)) / 2;
}
