using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Runs test.</summary>
internal sealed class RunsTest : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 50);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "runs-test",
        "Runs test",
        IndicatorFamily.Statistical,
        "Whether rises and other bars come in longer runs (negative) or change more often (positive) than by chance, in standard deviations.",
        "Wald and Wolfowitz (1940): bars with a higher close against all others (statsmodels runstest_1samp, cutoff 0). 0 where only " +
        "one kind occurs.",
        [Period],
        [new("z", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var period = values.Whole(Period);
        var rise = bars.Close.Change(1).Map(static change => change > 0 ? 1 : 0);
        var rises = rise.Total(period);
        var runs = rise.Change(1).Abs().Total(period - 1) + 1;
        var expected = (rises * (period - rises) * (2.0 / period)) + 1;
        var variance = (expected - 1) * (expected - 2) / (period - 1);
        return [(runs - expected).Over(variance.AtLeast(0).Sqrt(), whenZero: 0)];
    }
}
