using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>On-balance volume.</summary>
internal sealed class OnBalanceVolume : IIndicator
{
    private static readonly IndicatorParameter Signal = IndicatorParameter.Whole("signal", 20, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "obv",
        "On-balance volume",
        IndicatorFamily.Volume,
        "Running sum of the volume, counted positive when the close rose and negative when it fell.",
        "Granville (1963). 0 at the first bar, where Lean has its volume; the signal is a simple average.",
        [Signal],
        [new("obv", OutputUnit.Volume), new("signal", OutputUnit.Volume)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var line = Signed(bars).Cumulate();
        return [line, line.Sma(values.Whole(Signal))];
    }

    /// <summary>Volume with the sign of the change of the close; 0 at the first bar and where the close did not change.</summary>
    internal static Column Signed(BarInputs bars) => bars.Close.Recur(bars.Volume, default(Sign));

    private record struct Sign : IRecurrence
    {
        private double _before;
        private bool _hasBefore;

        public readonly int LeadOf(int output) => 0;

        public void Reset() => this = default;

        public void Step(ReadOnlySpan<double> inputs, Span<double> results)
        {
            results[0] = _hasBefore ? Math.Sign(inputs[0] - _before) * inputs[1] : 0;
            (_before, _hasBefore) = (inputs[0], true);
        }
    }
}
