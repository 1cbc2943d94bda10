using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels.Windows;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Autocorrelation.</summary>
internal sealed class Autocorrelation : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 50, minimum: 12);
    private static readonly IndicatorParameter Lag = IndicatorParameter.Whole("lag", 1, minimum: 1, maximum: 10);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "autocorrelation",
        "Autocorrelation",
        IndicatorFamily.Statistical,
        "Correlation of the log returns with those some bars before.",
        "Box and Jenkins (1970): covariance at the lag over variance, both with the mean of the window (statsmodels acf). 0 where nothing moved.",
        [Period, Lag],
        [new("autocorrelation", OutputUnit.Scaleless, -1, 1)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        [bars.LogReturn.Window(values.Whole(Period), new AutocorrelationWindow(values.Whole(Lag)))];
}
