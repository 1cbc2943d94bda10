using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Cyber cycle.</summary>
internal sealed class CyberCycle : IIndicator
{
    private static readonly IndicatorParameter Alpha = IndicatorParameter.Real("alpha", 0.07, 0.01, 0.5);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "cyber-cycle",
        "Cyber cycle",
        IndicatorFamily.Momentum,
        "The cycle part of the price: what a high-pass filter leaves of the smoothed middle price.",
        "Ehlers, Cybernetic Analysis for Stocks and Futures (2004). Begins at zero; trigger is the value before.",
        [Alpha],
        [new("cycle", OutputUnit.Price), new("trigger", OutputUnit.Price)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var smooth = bars.Median.Weigh(RelativeVigor.Symmetric);
        var cycle = (smooth.Change(1) - smooth.Shift(1).Change(1)).Recur(new HighPass(values.Real(Alpha)));
        return [cycle, cycle.Shift(1)];
    }

    private record struct HighPass(double Alpha) : IRecurrence
    {
        private double _newest;
        private double _before;

        public readonly int LeadOf(int output) => 0;

        public void Reset() => (_newest, _before) = (0, 0);

        public void Step(ReadOnlySpan<double> inputs, Span<double> results)
        {
            var (gain, keep) = (1 - (Alpha / 2), 1 - Alpha);
            var cycle = (gain * gain * inputs[0]) + (2 * keep * _newest) - (keep * keep * _before);
            (_newest, _before) = (cycle, _newest);
            results[0] = cycle;
        }
    }
}
