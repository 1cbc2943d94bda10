using AraWeb.Engine.Features.Patterns.Charts.Swings;

namespace AraWeb.Tests.Engine.Features.Patterns;

/// <summary>Turning points, trend lines and bowls, by numbers worked out by hand.</summary>
public sealed class SwingTrackTests
{
    [Fact]
    public void Step_Reversal_MakesTheSwingKnownAtItsClose()
    {
        // A mean range of 1 and turns of 2: the bottom of 7.5 is known at 10, the top of 10.5 at 8.4, the bottom of 6.9 at 9.
        double[] closes = [8, 9, 10, 9, 8.6, 8.4, 7.4, 8, 8.8, 9];
        Assert.Equal([0, 0, 1, 1, 1, 2, 2, 2, 2, 3], Counts(closes, out var track));
        Assert.Equal(
            [new Swing(0, 7.5, IsHigh: false, 9.5), new Swing(2, 10.5, IsHigh: true, 8.5), new Swing(6, 6.9, IsHigh: false, 8.9)],
            track.Swings.ToArray());
    }

    [Fact]
    public void Step_CloseAboveOldTop_RecoversItOnce()
    {
        double[] closes = [8, 9, 10, 8, 7, 9, 10.4, 10.6, 10.8];
        var track = new SwingTrack(2);
        track.Begin(0);
        var recovered = new List<int>();
        for (var now = 0; now < closes.Length; now++)
        {
            Step(track, closes, now);
            recovered.Add(track.Recovered);
        }

        Assert.Equal([-1, -1, -1, -1, -1, -1, -1, 1, -1], recovered);
    }

    [Fact]
    public void Step_UnknownRange_KnowsNoTurn()
    {
        var track = new SwingTrack(2);
        track.Begin(0);
        double[] prices = [10, 1, 10, 1];
        for (var now = 0; now < prices.Length; now++)
        {
            Assert.False(track.Step(prices.AsSpan(0, now + 1), prices.AsSpan(0, now + 1), prices[now], double.NaN));
            Assert.False(track.Step(prices.AsSpan(0, now + 1), prices.AsSpan(0, now + 1), prices[now], 0));
        }
    }

    [Fact]
    public void Fit_Points_IsTheLineOfLeastSquares()
    {
        // numpy.polyfit([5, 6, 7, 8], [1, 3, 2, 5], 1) = [1.1, -4.4]
        var line = TrendLine.Fit([1, 3, 2, 5], 5);
        Assert.Equal(1.1, line.Slope, 12);
        Assert.Equal((1.1 * 20) - 4.4, line.At(20), 12);
    }

    [Fact]
    public void MeetsAt_ConvergingLines_IsTheApex()
    {
        Assert.Equal(30, new TrendLine(0, 30, -0.5).MeetsAt(new TrendLine(0, 0, 0.5), 10));
        Assert.Equal(int.MaxValue, new TrendLine(0, 30, 0.5).MeetsAt(new TrendLine(0, 0, 0.5), 10));
    }

    [Fact]
    public void Fit_Parabola_IsFullyExplained()
    {
        var bowl = Bowl.Fit([.. Enumerable.Range(-50, 101).Select(x => 7 + (0.01 * x * x))]);
        Assert.Equal((25.0, 0.0, 1.0), (Math.Round(bowl.Curvature, 9), Math.Round(bowl.Vertex, 9), Math.Round(bowl.Explained, 9)));
        Assert.InRange(bowl.Fullness, 0.65, 0.67);
        Assert.InRange(Bowl.Fit([.. Enumerable.Range(-50, 101).Select(x => 7 + (0.5 * Math.Abs(x)))]).Fullness, 0.49, 0.51);
    }

    private static List<int> Counts(double[] closes, out SwingTrack track)
    {
        track = new SwingTrack(2);
        track.Begin(0);
        var counts = new List<int>();
        for (var now = 0; now < closes.Length; now++)
        {
            Step(track, closes, now);
            counts.Add(track.Swings.Length);
        }

        return counts;
    }

    private static bool Step(SwingTrack track, double[] closes, int now) => track.Step(
        closes.Take(now + 1).Select(close => close + 0.5).ToArray(), closes.Take(now + 1).Select(close => close - 0.5).ToArray(), closes[now], 1);
}
