using AraWeb.Engine.Ensemble;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Ensemble;

public sealed class StackingTests
{
    private const double Noise = 0.4;

    // Expected numbers: scipy.optimize.nnls (numpy 1.24.2, scipy 1.10.1) on the Cholesky factor of the penalised system.
    private static readonly double[] Gram = [4, 1.5, 0.5, 1.5, 3, 0.2, 0.5, 0.2, 2];

    [Fact]
    public void Weights_KnownMoments_AreThoseOfPenalisedNonNegativeLeastSquares() =>
        AssertClose([0.1396265116346255, 0.11971843580337685, 0.11396113789519509], Stacking.Weights(Moments(2, 1, 0.5), Noise, Settings()));

    [Fact]
    public void Weights_MemberThatIsWrong_GetsNone() =>
        AssertClose([0.7029438330660477, 0.26205091338089187, 0], Stacking.Weights(Moments(20, 1, -30), Noise, Settings()));

    [Fact]
    public void RegimeWeights_KnownMoments_LieBetweenTheCentreAndTheEvidence() => AssertClose(
        [0.3161458674323554, 0.10138516072915009, 0],
        Stacking.RegimeWeights(Moments(20, 1, -30), Noise, [0.2, 0.1, 0], Settings()));

    [Fact]
    public void Weights_NothingSeen_AreZero() => Assert.All(Stacking.Weights(new StackingMoments(3), Noise, Settings()), weight => Assert.Equal(0, weight));

    [Fact]
    public void RegimeWeights_NothingSeen_AreTheCentre() =>
        AssertClose([0.2, 0.1, 0], Stacking.RegimeWeights(new StackingMoments(3), Noise, [0.2, 0.1, 0], Settings()));

    [Fact]
    public void Weights_OneMemberKnows_GetsMostOfTheWeight()
    {
        const int Seed = 5;
        var random = new Random(Seed);
        var moments = new StackingMoments(2);
        for (var i = 0; i < 4000; i++)
        {
            var signal = 0.3 * SampleBars.Normal(random);
            moments.Add([signal, 0.3 * SampleBars.Normal(random)], signal + SampleBars.Normal(random), 1);
        }

        var weights = Stacking.Weights(moments, noise: 1, Settings());
        Assert.True(weights[0] > 0.7 && weights[1] < 0.2, $"weights {weights[0]:F3}, {weights[1]:F3}; seed {Seed}");
    }

    [Fact]
    public void Add_SilentMember_CountsAsSayingNothing()
    {
        var (one, other) = (new StackingMoments(2), new StackingMoments(2));
        one.Add([0.5, double.NaN], 1, 2);
        other.Add([0.5, 0], 1, 2);
        Assert.Equal(Stacking.Weights(other, Noise, Settings()), Stacking.Weights(one, Noise, Settings()));
    }

    private static StackingSettings Settings() => new(0.5, 0.1, 0.05, 0.25, 0.5);

    /// <summary>Moments with the Gram matrix above and given products with the outcome: rows are the columns of its Cholesky factor.</summary>
    private static StackingMoments Moments(params double[] products)
    {
        // Three rows of a lower triangular factor L with L L' = Gram, and outcomes y with L y = products.
        var (a, b, c) = (Math.Sqrt(Gram[0]), Gram[3] / Math.Sqrt(Gram[0]), Gram[6] / Math.Sqrt(Gram[0]));
        var d = Math.Sqrt(Gram[4] - (b * b));
        var e = (Gram[7] - (b * c)) / d;
        var f = Math.Sqrt(Gram[8] - (c * c) - (e * e));
        var y1 = products[0] / a;
        var y2 = (products[1] - (b * y1)) / d;
        var y3 = (products[2] - (c * y1) - (e * y2)) / f;
        var moments = new StackingMoments(3);
        moments.Add([a, b, c], y1, 1);
        moments.Add([0, d, e], y2, 1);
        moments.Add([0, 0, f], y3, 1);
        return moments;
    }

    private static void AssertClose(double[] expected, double[] actual)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 7);
        }
    }
}
