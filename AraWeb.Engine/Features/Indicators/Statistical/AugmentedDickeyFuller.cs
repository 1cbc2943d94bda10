using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;
using AraWeb.Engine.Features.Kernels.Windows;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Augmented Dickey-Fuller statistic.</summary>
internal sealed class AugmentedDickeyFuller : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 100, minimum: 12);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "adf",
        "Augmented Dickey-Fuller statistic",
        IndicatorFamily.Statistical,
        "Whether the log close returns to a mean: below about -2.9 a random walk is unlikely.",
        "Dickey and Fuller (1979) with a constant and one lagged difference (statsmodels adfuller, maxlag 1, autolag None). Unknown " +
        "where nothing moved.",
        [Period],
        [new("statistic", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [bars.Close.Log().Window(values.Whole(Period), default(StatisticWindow))];

    private readonly record struct StatisticWindow : IWindow
    {
        public double Over(ReadOnlySpan<double> window) => DickeyFuller.Statistic(window, hasConstant: true);
    }
}
