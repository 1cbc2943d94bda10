using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Jarque-Bera statistic.</summary>
internal sealed class JarqueBera : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 50, minimum: 4);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "jarque-bera",
        "Jarque-Bera statistic",
        IndicatorFamily.Statistical,
        "How far the log returns are from a normal distribution: above 6 with a chance of one in twenty.",
        "Jarque and Bera (1980): n / 6 (skewness^2 + kurtosis^2 / 4). 0 where nothing moved.",
        [Period],
        [new("statistic", OutputUnit.Scaleless, 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var period = values.Whole(Period);
        var (skewness, kurtosis) = bars.LogReturn.Moments(period);
        return [(skewness.Square() + (kurtosis.Square() / 4)) * (period / 6.0)];
    }
}
