using AraWeb.Engine.Evaluation.Comparison;
using AraWeb.Engine.Evaluation.Resampling;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Evaluation.Comparison;

/// <summary>
/// Against arch, commit 543f44c (20,000 replications, numpy's random numbers, hence two digits): SPA on differences divided by the standard deviation that the
/// test studentises with, its maximum held at 0, and MCS with method 'max'.
/// </summary>
public sealed class ComparisonTests
{
    private const int Rows = 300;
    private const double Tolerance = 0.015;

    private static readonly BootstrapSettings Settings = new(6, 10_000, 3);

    [Theory]
    [InlineData(new[] { 0, -0.03, 0, 0.05, 0.2 }, 2.622792636293072, 0.0042, 0.00865, 0.01445)]
    [InlineData(new[] { 0, -0.01, 0, 0.03, 0.1 }, 0.28922551496274734, 0.40615, 0.54965, 0.683)]
    [InlineData(new[] { 0, -0.05, -0.02, 0.5, 0.5 }, 4.956359757623396, 0, 0, 0)]
    public void SuperiorAbility_FiveForecasts_EqualsArch(double[] shifts, double statistic, double lower, double consistent, double upper)
    {
        var losses = Losses(shifts);
        var result = SuperiorAbility.Test(losses[0], losses[1..], Settings);
        Assert.Equal(statistic, result.Statistic, 9);
        Assert.Equal(0, result.Best);
        Assert.Equal(lower, result.LowerP, Tolerance);
        Assert.Equal(consistent, result.ConsistentP, Tolerance);
        Assert.Equal(upper, result.UpperP, Tolerance);
    }

    [Theory]
    [InlineData(new[] { 0, -0.01, 0, 0.03, 0.1 }, new[] { 1, 0, 2, 3, 4 }, new[] { 1, 0.77335, 0.2065, 0.0001, 0 })]
    [InlineData(new[] { 0, 0.1, 0.02, 0.3, 0.01 }, new[] { 0, 4, 2, 1, 3 }, new[] { 1, 0.6284, 0.0013, 0, 0 })]
    [InlineData(new[] { 0, -0.03, 0, 0.05, 0.2 }, new[] { 1, 0, 2, 3, 4 }, new[] { 1, 0.0135, 0.0135, 0, 0 })]
    public void ModelConfidenceSet_FiveForecasts_EqualsArch(double[] shifts, int[] order, double[] p)
    {
        var losses = Losses(shifts);
        var set = ModelConfidenceSet.Of(losses, Settings);
        Assert.Equal(order, set.Select(entry => entry.Model));
        Assert.Equal(p, set.Select(entry => entry.P), (x, y) => Math.Abs(x - y) < Tolerance);
        Assert.All(set, entry => Assert.Equal(losses[entry.Model].Average(), entry.MeanLoss, 12));
    }

    [Fact]
    public void SuperiorAbility_BestOfManyUseless_IsNotTakenForBetter()
    {
        // Of 30 models without skill the best looks good by itself; p-values of the test stay spread out.
        const int trials = 40;
        var (rejected, naive) = (0, 0);
        for (var trial = 0; trial < trials; trial++)
        {
            double[][] models = [.. Enumerable.Range(0, 30).Select(k => CongruentialStream.Take(200, (100 * trial) + k + 1))];
            var benchmark = CongruentialStream.Take(200, 987_654 + trial);
            rejected += SuperiorAbility.Test(benchmark, models, new BootstrapSettings(1, 300, trial)).ConsistentP < 0.1 ? 1 : 0;
            naive += models.Any(model => AraWeb.Engine.Evaluation.DieboldMariano.BetterP(model, benchmark, 1) < 0.1) ? 1 : 0;
        }

        Assert.InRange(rejected, 0, 10);
        Assert.InRange(naive, 15, trials);
    }

    [Fact]
    public void SuperiorAbility_NoneBetterOrBetterInEveryRow_IsClear()
    {
        var losses = Losses([0, 0.1, 0.02, 0.3, 0.01]);
        var none = new SuperiorityResult(0, -1, 1, 1, 1);
        Assert.Equal(none, SuperiorAbility.Test(losses[0], losses[1..], Settings));
        var benchmark = losses[0];
        Assert.Equal(none, SuperiorAbility.Test(benchmark, [benchmark], Settings));
        double[] zeros = [.. benchmark.Select(_ => 0.0)];
        double[] halves = [.. benchmark.Select(_ => 0.5)];
        Assert.Equal(new SuperiorityResult(double.PositiveInfinity, 0, 0, 0, 0), SuperiorAbility.Test(halves, [zeros], Settings));
    }

    [Fact]
    public void ModelConfidenceSet_ThreeEqualModels_StayTogether()
    {
        var losses = Losses([0, 1]);
        var set = ModelConfidenceSet.Of([losses[0], losses[1], losses[0], losses[0]], Settings);
        Assert.Equal([0, 2, 3, 1], set.Select(entry => entry.Model));
        Assert.Equal([1, 1, 1, 0], set.Select(entry => entry.P));
    }

    [Fact]
    public void ModelConfidenceSet_OneModelOrFewRows_SaysSo()
    {
        Assert.Equal(1, Assert.Single(ModelConfidenceSet.Of([CongruentialStream.Take(20, 1)], Settings)).P);
        var few = ModelConfidenceSet.Of([[3, 3], [1, 2], [2, 2]], Settings);
        Assert.Equal([1, 2, 0], few.Select(entry => entry.Model));
        Assert.All(few, entry => Assert.True(double.IsNaN(entry.P)));
    }

    [Fact]
    public void Tests_BadArguments_AreNamed()
    {
        Assert.Throws<ArgumentException>("losses", () => ModelConfidenceSet.Of([], Settings));
        Assert.Throws<ArgumentException>("losses", () => ModelConfidenceSet.Of([[1, 2], [1]], Settings));
        Assert.Throws<ArgumentException>("models", () => SuperiorAbility.Test([1, 2], [[1, double.NaN]], Settings));
        Assert.Throws<ArgumentException>("benchmark", () => SuperiorAbility.Test([1, double.NaN], [[1, 2]], Settings));
        Assert.Throws<ArgumentException>("settings", () => SuperiorAbility.Test([1, 2], [[1, 2]], new BootstrapSettings(6, 0, 1)));
        Assert.True(double.IsNaN(SuperiorAbility.Test([1, 2], [[1, 2]], Settings).ConsistentP));
    }

    /// <summary>A common part, a part of its own and a shift for each forecast; the generator is a few lines in any language.</summary>
    private static double[][] Losses(double[] shifts)
    {
        var common = Autoregressive(100, 0.5);
        double[] Of(int k)
        {
            var own = Autoregressive(110 + k, 0.3);
            return [.. common.Select((value, i) => (value * value) + (0.3 * own[i]) + shifts[k])];
        }

        return [.. Enumerable.Range(0, shifts.Length).Select(Of)];
    }

    private static double[] Autoregressive(int seed, double phi)
    {
        var values = CongruentialStream.Take(Rows, seed);
        var previous = 0.0;
        for (var i = 0; i < Rows; i++)
        {
            previous = (phi * previous) + values[i] - 0.5;
            values[i] = previous;
        }

        return values;
    }
}
