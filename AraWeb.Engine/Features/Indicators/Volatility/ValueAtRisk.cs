using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Historical value at risk.</summary>
internal sealed class ValueAtRisk : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 100, minimum: 10);
    private static readonly IndicatorParameter Share = IndicatorParameter.Real("share", 0.05, 0.001, 0.5);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "value-at-risk",
        "Historical value at risk",
        IndicatorFamily.Volatility,
        "Return that was undercut only rarely, and the mean of the returns at or below it.",
        "Historical simulation (Jorion, Value at Risk, 1996): quantile of the simple returns between order statistics as in numpy; " +
        "shortfall = mean of the returns up to that rank. Negative where money was lost.",
        [Period, Share],
        [new("quantile", OutputUnit.Scaleless, -1), new("shortfall", OutputUnit.Scaleless, -1)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        [.. Column.Recur([bars.Close.Return()], new Tail(values.Whole(Period), values.Real(Share)))];

    private record struct Tail(int Length, double Share) : IRecurrence
    {
        private readonly SortedRing _ring = new(Length);

        public readonly int Outputs => 2;

        public readonly int LeadOf(int output) => Length - 1;

        public readonly void Reset() => _ring.Clear();

        public readonly void Step(ReadOnlySpan<double> inputs, Span<double> results)
        {
            _ring.Push(inputs[0]);
            if (!_ring.IsFull)
            {
                results.Fill(double.NaN);
                return;
            }

            var worst = _ring.Ascending[..((int)(Share * (Length - 1)) + 1)];
            (results[0], results[1]) = (_ring.Quantile(Share), SpanMath.Mean(worst));
        }

        public readonly bool Equals(Tail other) => (Length, Share) == (other.Length, other.Share);

        public override readonly int GetHashCode() => HashCode.Combine(Length, Share);
    }
}
