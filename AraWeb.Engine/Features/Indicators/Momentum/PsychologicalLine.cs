using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Psychological line.</summary>
internal sealed class PsychologicalLine : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 12, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "psy",
        "Psychological line",
        IndicatorFamily.Momentum,
        "Share of the bars of a window whose close rose, in percent.",
        "Japanese practice: twelve bars.",
        [Period],
        [new("psy", OutputUnit.Scaleless, 0, 100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [100 * bars.Close.Change(1).Map(IsRise).Sma(values.Whole(Period))];

    private static double IsRise(double change) => change > 0 ? 1 : 0;
}
