using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Length of the streak of rises or falls.</summary>
internal sealed class StreakLength : IIndicator
{
    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "streak",
        "Streak",
        IndicatorFamily.Momentum,
        "Number of closes in a row that rose (positive) or fell (negative).",
        "Connors and Alvarez (2012), a part of Connors RSI. 0 at the first bar and where the close did not change.",
        [],
        [new("streak", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [Of(bars.Close)];

    /// <summary>The streak of any column.</summary>
    internal static Column Of(Column source) => source.Recur(default(Streak));

    private record struct Streak : IRecurrence
    {
        private double _before;
        private double _length;
        private bool _hasBefore;

        public readonly int LeadOf(int output) => 0;

        public void Reset() => this = default;

        public void Step(ReadOnlySpan<double> inputs, Span<double> results)
        {
            var value = inputs[0];
            _length = !_hasBefore || value == _before ? 0 : value > _before ? Math.Max(_length, 0) + 1 : Math.Min(_length, 0) - 1;
            (_before, _hasBefore) = (value, true);
            results[0] = _length;
        }
    }
}
