using AraWeb.Engine.Core;
using AraWeb.Engine.Numerics.Covariance;
using AraWeb.Engine.Numerics.LinearAlgebra;

namespace AraWeb.Tests.Engine.Numerics.Covariance;

public sealed class CovarianceEstimatorTests
{
    private static readonly ICovarianceEstimator[] All =
    [
        new SampleCovariance(),
        new ExponentialCovariance(5, ReturnCentre.Mean),
        new ExponentialCovariance(5, ReturnCentre.Zero),
        new ConstantCorrelationShrinkage(new ExponentialCovariance(5, ReturnCentre.Mean), 0.3),
        new LedoitWolfConstantCorrelation(),
        new LedoitWolfIdentity(),
        new Semicovariance(0),
    ];

    public static TheoryData<int> Every => [.. Enumerable.Range(0, All.Length)];

    [Fact]
    public void Sample_FiveDaysOfPrices_EqualsPyPortfolioOpt()
    {
        // PyPortfolioOpt, tests/test_risk_models.py, test_sample_cov_log_dummy: its prices and its answer, given to five decimals.
        double[][] prices = [[4.0, 4.2, 3.9, 4.3, 4.1], [2.0, 2.1, 2.0, 2.1, 2.2], [0.6, 0.59, 0.58, 0.62, 0.63]];
        double[][] returns = [.. prices.Select(row => row.Skip(1).Zip(row, (now, before) => Math.Log(now / before)).ToArray())];
        var estimate = new SampleCovariance().Estimate(ReturnMatrix.From(returns));
        AssertLower([0.006507, 0.002652, 0.002345, 0.001965, 0.000950, 0.001561], estimate, 1e-5);
        Assert.Equal(4, estimate.Days);
    }

    [Fact]
    public void Sample_FourAssets_EqualsNumpy() => AssertLower(
        // numpy 1.24: cov(X).
        [
            1.670374858583e-05, 6.719403683058e-07, 3.586387767023e-05, 9.366994391803e-06, 2.433542547886e-05, 1.399981454417e-04,
            1.227909982490e-05, 2.812241441475e-05, 1.162554142855e-04, 2.431794138268e-04,
        ],
        new SampleCovariance().Estimate(ReturnMatrix.From(SampleReturns.Four())), 1e-16);

    [Fact]
    public void Exponential_AboutItsMean_EqualsNumpy() => AssertLower(
        // numpy: cov(X, aweights=0.5**(age/5), ddof=0).
        [
            1.677914541127e-05, 3.621367202033e-06, 3.524404357814e-05, 9.615245010030e-06, 1.528223883800e-05, 1.100423900950e-04,
            2.327122773584e-05, 2.616443943597e-05, 9.321546550002e-05, 2.272249874189e-04,
        ],
        new ExponentialCovariance(5, ReturnCentre.Mean).Estimate(ReturnMatrix.From(SampleReturns.Four())), 1e-16);

    [Fact]
    public void Exponential_AboutZero_EqualsNumpy() => AssertLower(
        // numpy: (X * w) @ X.T / w.sum().
        [
            1.683163811750e-05, 3.018997325660e-06, 4.215642234488e-05, 1.005904144441e-05, 1.018953887055e-05, 1.137944404142e-04,
            2.349745034065e-05, 2.356846578026e-05, 9.512805093523e-05, 2.281999165205e-04,
        ],
        new ExponentialCovariance(5, ReturnCentre.Zero).Estimate(ReturnMatrix.From(SampleReturns.Four())), 1e-16);

    [Fact]
    public void ConstantCorrelation_FixedIntensity_EqualsNumpy()
    {
        // numpy: 0.3 F + 0.7 S with F the constant correlation target of Ledoit and Wolf.
        var estimate = new ConstantCorrelationShrinkage(new SampleCovariance(), 0.3).Estimate(ReturnMatrix.From(SampleReturns.Four()));
        AssertLower(
            [
                1.670374858583e-05, 2.536671890124e-06, 3.586387767023e-05, 1.063942020083e-05, 2.301685294834e-05, 1.399981454417e-04,
                1.397597378024e-05, 2.756980004062e-05, 9.695583918798e-05, 2.431794138268e-04,
            ],
            estimate, 1e-16);
        Assert.Equal(0.3, estimate.Shrinkage);
    }

    [Fact]
    public void LedoitWolfConstantCorrelation_FourAndFiveAssets_EqualTheDefinition()
    {
        // numpy, pair by pair from the definitions in the paper's appendix: mean of (x y - s)^2 and of (x^2 - s)(x y - s).
        var four = new LedoitWolfConstantCorrelation().Estimate(ReturnMatrix.From(SampleReturns.Four()));
        Assert.Equal(0.7938143273915913, four.Shrinkage, 1e-10);
        AssertLower(
            [
                1.531176953701e-05, 5.138933278262e-06, 3.287522119771e-05, 1.167273603004e-05, 1.910921795819e-05, 1.283316333216e-04,
                1.537168357082e-05, 2.443848952330e-05, 5.975549879645e-05, 2.229144626746e-04,
            ],
            four, 1e-16);
        var five = new LedoitWolfConstantCorrelation().Estimate(ReturnMatrix.From(SampleReturns.Five()));
        Assert.Equal(0.491732589043462, five.Shrinkage, 1e-10);
        Assert.Equal(3.5476815472159587e-06, five[0, 1], 1e-16);
        Assert.Equal(-5.441999626433998e-06, five[4, 2], 1e-16);
    }

    [Fact]
    public void LedoitWolfIdentity_FourAndFiveAssets_EqualTheDefinition()
    {
        // numpy, day by day from the definitions in section 3.2 of the paper: mean of ||x x' - S||^2.
        var four = new LedoitWolfIdentity().Estimate(ReturnMatrix.From(SampleReturns.Four()));
        Assert.Equal(0.2432342551533491, four.Shrinkage, 1e-10);
        AssertLower(
            [
                3.587637501224e-05, 4.661263322040e-07, 4.916779359033e-05, 6.497902113897e-06, 1.688153168961e-05, 1.214059364116e-04,
                8.518035281286e-06, 1.950857323384e-05, 8.064660558555e-05, 1.929829817166e-04,
            ],
            four, 1e-16);
        var five = new LedoitWolfIdentity().Estimate(ReturnMatrix.From(SampleReturns.Five()));
        Assert.Equal(0.2218602387209534, five.Shrinkage, 1e-10);
        Assert.Equal(1.5343184381340577e-05, five[0, 0], 1e-16);
        Assert.Equal(-1.099791897620516e-05, five[4, 2], 1e-16);
    }

    [Fact]
    public void Semicovariance_FourAssets_EqualsNumpy() => AssertLower(
        // numpy: D = minimum(X, 0); D @ D.T / 12.
        [
            9.059725123271e-06, 3.587065943609e-07, 1.072232055331e-05, 1.471848773367e-05, 1.175738013323e-05, 6.089268410021e-05,
            1.539672918497e-05, 1.707770858457e-05, 5.545291597164e-05, 1.175194406908e-04,
        ],
        new Semicovariance(0).Estimate(ReturnMatrix.From(SampleReturns.Four())), 1e-16);

    [Fact]
    public void Sample_SeriesWithGaps_TakesEachPairOnTheDaysItShares()
    {
        var returns = SampleReturns.Four();
        returns[1][2] = returns[1][3] = returns[3][5] = double.NaN;
        var estimate = new SampleCovariance().Estimate(ReturnMatrix.From(returns));

        // numpy, pair by pair, each asset less its own mean; the matrix is positive definite, so nothing is repaired.
        AssertLower(
            [
                1.670374858583e-05, 4.669432114872e-06, 4.088597609240e-05, 9.366994391803e-06, 3.149280582660e-05, 1.399981454417e-04,
                1.354181936507e-05, 3.824721809636e-05, 1.236114304198e-04, 2.652048798202e-04,
            ],
            estimate, 1e-16);
        Assert.False(estimate.Repair!.WasNeeded);
        Assert.Equal(9, estimate.Days);
    }

    [Fact]
    public void LedoitWolf_SeriesWithGaps_UsesTheDaysThatAllShare()
    {
        var returns = SampleReturns.Four();
        returns[1][2] = returns[1][3] = returns[3][5] = double.NaN;
        int[] whole = [0, 1, 4, 6, 7, 8, 9, 10, 11];
        var common = ReturnMatrix.From([.. returns.Select(row => whole.Select(t => row[t]).ToArray())]);
        foreach (var estimator in (ICovarianceEstimator[])[new LedoitWolfConstantCorrelation(), new LedoitWolfIdentity()])
        {
            var estimate = estimator.Estimate(ReturnMatrix.From(returns));
            Assert.Equal(9, estimate.Days);
            Assert.Equal(estimator.Estimate(common).Values, estimate.Values);
        }
    }

    [Fact]
    public void Sample_GapsThatContradictEachOther_AreRepaired()
    {
        // Three assets, each pair seen on days of its own: A and B move together, B and C too, A and C against each other. No such assets exist.
        double[] up = [0.01, -0.01, 0.02, -0.02];
        var none = Enumerable.Repeat(double.NaN, 4).ToArray();
        double[][] returns = [[.. up, .. none, .. up], [.. up, .. up, .. none], [.. none, .. up, .. up.Select(value => -value)]];
        var estimate = new SampleCovariance().Estimate(ReturnMatrix.From(returns));
        Assert.True(estimate.Repair!.WasNeeded);
        Assert.True(estimate.Repair.IsConverged);
        Assert.True(SymmetricEigen.Decompose(estimate.Values, 3).Values[0] > -1e-15);

        // The nearest correlations to 1, 1, -1 are 1/2, 1/2, -1/2 by symmetry.
        Assert.Equal(0.5, estimate.Correlations()[1], 1e-6);
        Assert.Equal(-0.5, estimate.Correlations()[2], 1e-6);
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void Estimate_AnyEstimator_IsSymmetricAndSemidefinite(int index)
    {
        // More assets than days, one asset that never moves and one that is there twice.
        var returns = SampleReturns.Many(assets: 12, days: 8, seed: 5);
        returns[3].Clear();
        returns[5].CopyTo(returns[7]);
        var estimate = All[index].Estimate(returns);
        for (var i = 0; i < 12; i++)
        {
            for (var j = 0; j < i; j++)
            {
                Assert.Equal(estimate[i, j], estimate[j, i]);
            }
        }

        var values = SymmetricEigen.Decompose(estimate.Values, 12).Values;
        Assert.True(values[0] > -1e-14 * values[^1], $"{All[index].Id}: {values[0]}");
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void Estimate_AssetsInAnotherOrder_GivesTheSameNumbers(int index)
    {
        var four = SampleReturns.Four();
        var estimate = All[index].Estimate(ReturnMatrix.From(four));
        var turned = All[index].Estimate(ReturnMatrix.From([four[3], four[1], four[0], four[2]]));
        int[] from = [3, 1, 0, 2];
        for (var i = 0; i < 4; i++)
        {
            for (var j = 0; j < 4; j++)
            {
                Assert.Equal(estimate[from[i], from[j]], turned[i, j], 1e-18);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void Estimate_OneDay_SaysThatItIsTooFew(int index) =>
        Assert.Throws<InputException>(() => All[index].Estimate(ReturnMatrix.From([[0.01], [0.02]])));

    [Theory]
    [MemberData(nameof(Every))]
    public void Estimate_AssetWithoutAnyReturn_SaysThatDaysAreMissing(int index) =>
        Assert.Throws<InputException>(() => All[index].Estimate(ReturnMatrix.From([[0.01, 0.02, -0.01], [double.NaN, double.NaN, double.NaN]])));

    [Fact]
    public void From_InfiniteReturnOrRaggedDays_NamesTheAsset()
    {
        var infinite = Assert.Throws<InputException>(() => ReturnMatrix.From([[1, 2, 3], [1, 2, double.NegativeInfinity]]));
        Assert.Contains("asset 1, day 2", infinite.Message, StringComparison.Ordinal);
        Assert.Contains("asset 1", Assert.Throws<InputException>(() => ReturnMatrix.From([[1, 2, 3], [1, 2]])).Message, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => ReturnMatrix.From([]));
    }

    [Fact]
    public void WithDeviations_OtherVolatilities_KeepTheCorrelations()
    {
        var estimate = new SampleCovariance().Estimate(ReturnMatrix.From(SampleReturns.Four()));
        var other = estimate.WithDeviations([0.01, 0.02, 0.03, 0.04]);
        Assert.Equal([0.01, 0.02, 0.03, 0.04], other.Deviations().Select(value => Math.Round(value, 15)));
        Assert.Equal(estimate.Correlations()[1], other.Correlations()[1], 1e-14);
    }

    private static void AssertLower(double[] expected, CovarianceEstimate estimate, double tolerance)
    {
        var at = 0;
        for (var i = 0; i < estimate.Assets; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                Assert.Equal(expected[at++], estimate[i, j], tolerance);
            }
        }
    }
}
