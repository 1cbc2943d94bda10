using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Random walk index.</summary>
internal sealed class RandomWalkIndex : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14, minimum: 2, maximum: 64);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "rwi",
        "Random walk index",
        IndicatorFamily.Trend,
        "How much further the price went than a random walk would, upward and downward: above 1 it trends.",
        "Poulos (1991): the greatest of (high - low i bars ago) / (mean true range of i bars, root i) for i from 2 to the period. 0 where " +
        "there was no range.",
        [Period],
        [new("high", OutputUnit.Scaleless), new("low", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        Column.Recur([bars.High, bars.Low, bars.TrueRange], new Walk(values.Whole(Period)));

    private record struct Walk : IRecurrence
    {
        private readonly double[] _highs;
        private readonly double[] _lows;
        private readonly double[] _ranges;
        private readonly double[] _roots;
        private readonly int _length;
        private int _count;

        public Walk(int length)
        {
            (_length, _highs, _lows, _ranges) = (length, new double[length + 1], new double[length + 1], new double[length + 1]);
            _roots = [.. Enumerable.Range(0, length + 1).Select(i => Math.Sqrt(i))];
        }

        public readonly int Outputs => 2;

        public readonly int LeadOf(int output) => _length;

        public void Reset() => _count = 0;

        public void Step(ReadOnlySpan<double> inputs, Span<double> results)
        {
            var (high, low) = (inputs[0], inputs[1]);
            var size = _length + 1;
            var place = _count % size;
            (_highs[place], _lows[place], _ranges[place]) = (high, low, inputs[2]);
            _count = _count < 2 * size ? _count + 1 : _count - size + 1;
            if (_count <= _length)
            {
                results.Fill(double.NaN);
                return;
            }

            var (up, down) = (double.NegativeInfinity, double.NegativeInfinity);
            var sum = inputs[2];
            for (var i = 1; i <= _length; i++)
            {
                var at = place >= i ? place - i : place - i + size;
                if (i >= 2)
                {
                    // Mean range times root i is the sum over root i.
                    var scale = sum == 0 ? 0 : _roots[i] / sum;
                    up = Math.Max(up, (high - _lows[at]) * scale);
                    down = Math.Max(down, (_highs[at] - low) * scale);
                }

                sum += _ranges[at];
            }

            (results[0], results[1]) = (up, down);
        }
    }
}
