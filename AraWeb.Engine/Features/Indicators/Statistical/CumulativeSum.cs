using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Cumulative sum of returns.</summary>
internal sealed class CumulativeSum : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 50, minimum: 3);
    private static readonly IndicatorParameter Allowance = IndicatorParameter.Real("allowance", 0.5, 0, 5);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "cusum",
        "Cumulative sum of returns",
        IndicatorFamily.Statistical,
        "Runs of returns above or below their usual size, summed up in standard deviations: large where the mean has shifted.",
        "Page (1954), two-sided, on log returns in deviations (sample) of the bars before from their mean; the allowance is taken from " +
        "each and sums stay above 0.",
        [Period, Allowance],
        [new("up", OutputUnit.Scaleless, 0), new("down", OutputUnit.Scaleless, 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var before = bars.LogReturn.Shift(1);
        var surprise = (bars.LogReturn - before.Sma(values.Whole(Period))).Over(before.SampleDeviation(values.Whole(Period)), whenZero: 0);
        var allowance = values.Real(Allowance);
        return [surprise.Recur(new OneSidedSum(allowance)), (-surprise).Recur(new OneSidedSum(allowance))];
    }

    private record struct OneSidedSum(double Allowance) : IRecurrence
    {
        private double _sum;

        public readonly int LeadOf(int output) => 0;

        public void Reset() => _sum = 0;

        public void Step(ReadOnlySpan<double> inputs, Span<double> results) => results[0] = _sum = Math.Max(0, _sum + inputs[0] - Allowance);
    }
}
