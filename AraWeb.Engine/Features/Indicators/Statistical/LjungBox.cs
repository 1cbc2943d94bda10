using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;
using AraWeb.Engine.Features.Kernels.Windows;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Ljung-Box statistic.</summary>
internal sealed class LjungBox : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 50, minimum: 12);
    private static readonly IndicatorParameter Lags = IndicatorParameter.Whole("lags", 5, minimum: 1, maximum: 10);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "ljung-box",
        "Ljung-Box statistic",
        IndicatorFamily.Statistical,
        "Whether the log returns depend on those before: the sum over several lags, chi-squared if they do not.",
        "Ljung and Box (1978): n (n + 2) sum of autocorrelation^2 / (n - lag). 0 where nothing moved.",
        [Period, Lags],
        [new("statistic", OutputUnit.Scaleless, 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        [bars.LogReturn.Window(values.Whole(Period), new PortmanteauWindow(values.Whole(Lags)))];

    private readonly record struct PortmanteauWindow(int Lags) : IWindow
    {
        public double Over(ReadOnlySpan<double> window)
        {
            var mean = SpanMath.Mean(window);
            var spread = SpanMath.SumOfSquares(window, mean);
            var sum = 0.0;
            for (var lag = 1; lag <= Lags; lag++)
            {
                var correlation = AutocorrelationWindow.At(window, mean, spread, lag);
                sum += correlation * correlation / (window.Length - lag);
            }

            return window.Length * (window.Length + 2) * sum;
        }
    }
}
