using AraWeb.Engine.Evaluation.Selection;
using AraWeb.Engine.Studies.Accuracy;

namespace AraWeb.Tests.Engine.Studies.Accuracy;

public sealed class VolatilityCallScoringTests
{
    private const int Count = 600;
    private const int Past = 200;

    [Fact]
    public void Calls_ThresholdFromThePast_DoesNotKnowLaterConfidences() =>
        Assert.False(KnowsLaterConfidences(rows => VolatilityCallScoring.Calls(rows, row => row.Product, coverage: 0.5, series: 1)));

    /// <summary>A threshold with hindsight, the mistake that the test above is there to find.</summary>
    [Fact]
    public void Calls_ThresholdOfTheWholeSpan_IsSeenToKnowLaterConfidences() => Assert.True(KnowsLaterConfidences(rows =>
    {
        double[] confidences = [.. rows.Select(row => Math.Abs(row.Product))];
        var threshold = SelectiveThreshold.ForCoverage(confidences, 0.5);
        return [.. confidences.Select(confidence => confidence >= threshold)];
    }));

    [Fact]
    public void Calls_RowsOfOneDay_AreDecidedByTheDaysBefore()
    {
        VolatilityCallRow[] rows = [.. Enumerable.Range(0, Count).Select(i => Row(i / 3, i % 3 == 0 ? 0.1 : 0.3, came: true))];
        var calls = VolatilityCallScoring.Calls(rows, row => row.Product, coverage: 0.5, series: 3);
        for (var i = Past; i < Count; i++)
        {
            Assert.Equal(i % 3 != 0, calls[i]);
        }
    }

    [Fact]
    public void Score_RowsCountedByHand_HasTheirShares()
    {
        // The product is always right and certain, persistence right on even rows; three of four outcomes lie above.
        var rows = new VolatilityCallRow[Count];
        for (var i = 0; i < Count; i++)
        {
            var came = i % 4 != 0;
            var lean = came ? 0.5 : -0.5;
            rows[i] = new VolatilityCallRow(i, i >= Past, came, lean, i % 2 == 0 ? lean : -lean, lean);
        }

        var score = VolatilityCallScoring.Score("HAND", rows, series: 1);
        var product = score.Points[VolatilityCallScoring.Product][0];
        Assert.Equal(1, product.Calls.Accuracy.Estimate);
        Assert.Equal(1, product.Calls.Coverage);
        Assert.Equal((400, 400), (product.Calls.Calls, product.Calls.Days));
        Assert.Equal(0.75, product.Majority);
        Assert.Equal(0.5, score.Points[VolatilityCallScoring.Persistence][0].Calls.Accuracy.Estimate);
        Assert.Equal(0.5, score.Advantage[0].Estimate, 12);
        Assert.InRange(score.Advantage[0].Lower, 0.45, 0.5);
        Assert.Equal((0.75, 1.0), (score.Above, score.BrierSkill.Estimate));
        Assert.Equal((400, 400), (score.Count, score.Days));
        Assert.Equal(DateOnly.FromDayNumber(Past), score.First);
    }

    private static VolatilityCallRow Row(int day, double lean, bool came) => new(day, true, came, lean, lean, lean);

    private static bool KnowsLaterConfidences(Func<IReadOnlyList<VolatilityCallRow>, bool[]> decide)
    {
        VolatilityCallRow[] Rows(double later) =>
            [.. Enumerable.Range(0, Count).Select(i => Row(i, (0.1 + (0.01 * (i % 7))) * (i < Count / 2 ? 1 : later), came: true))];
        return !decide(Rows(1)).Take(Count / 2).SequenceEqual(decide(Rows(4)).Take(Count / 2));
    }
}
