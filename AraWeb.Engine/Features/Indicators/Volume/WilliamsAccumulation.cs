using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Williams accumulation/distribution.</summary>
internal sealed class WilliamsAccumulation : IIndicator
{
    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "wad",
        "Williams A/D",
        IndicatorFamily.Volume,
        "Running sum of the distances of the close from the true low on rises and from the true high on falls.",
        "Williams; Achelis, Technical Analysis from A to Z (2001), page 368. It uses no volume. Begins with the second bar.",
        [],
        [new("wad", OutputUnit.Price)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var before = bars.Close.Shift(1);
        return [bars.Close.Zip(before, bars.High, bars.Low, Distance).Cumulate()];
    }

    private static double Distance(double close, double before, double high, double low) =>
        close > before ? close - Math.Min(low, before) : close < before ? close - Math.Max(high, before) : 0;
}
