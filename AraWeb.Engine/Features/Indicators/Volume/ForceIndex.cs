using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Force index.</summary>
internal sealed class ForceIndex : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 13, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "force",
        "Force index",
        IndicatorFamily.Volume,
        "Change of the close times volume, smoothed.",
        "Elder, Trading for a Living (1993): 13 bars for the trend, 2 for entries.",
        [Period],
        [new("force", OutputUnit.Turnover)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [(bars.Close.Change(1) * bars.Volume).Ema(values.Whole(Period))];
}
