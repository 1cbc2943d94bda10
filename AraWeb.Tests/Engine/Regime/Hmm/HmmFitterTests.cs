using AraWeb.Engine.Regime;
using AraWeb.Engine.Regime.Hmm;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Regime.Hmm;

/// <summary>
/// Expected numbers: numpy 1.24.2 and scipy 1.10.1, the passes written on logarithms with plain M-steps (Student-t scales divided by the number of rows),
/// from the same parameters over the same rows.
/// </summary>
public sealed class HmmFitterTests
{
    private static readonly HmmSettings Plain = new(2) { DegreesOfFreedom = double.PositiveInfinity, StickyCount = 0, Tolerance = 0 };

    [Fact]
    public void Refit_GaussianTwentySteps_EqualsNumpy()
    {
        var fit = HmmFitter.Refit(TwoRegimes.Rows(200), Given(double.PositiveInfinity), Plain with { MaxIterations = 20 });
        Assert.Equal(FitStatus.IterationLimit, fit.Status);
        Assert.Equal(20, fit.Iterations);
        Assert.Equal(-498.4347393122707, fit.LogLikelihood, 1e-8);
        AssertNear([0.902146672168858, 0.097853327831142, 0.079885823519374, 0.920114176480626], fit.Model.Transition, 1e-9);
        AssertNear([0.183540908768677, -0.069715898623026, -0.399118229167082, 0.523640237595718], fit.Model.Means, 1e-9);
        AssertNear([0.236736612406685, 0.123508233399252, 2.068101918015211, 1.381692608385353], fit.Model.SquaredScales, 1e-9);
    }

    [Fact]
    public void Refit_StickyPrior_EqualsNumpy()
    {
        var fit = HmmFitter.Refit(TwoRegimes.Rows(200), Given(double.PositiveInfinity), Plain with { MaxIterations = 20, StickyCount = 30 });
        Assert.Equal(-500.56466834947514, fit.LogLikelihood, 1e-8);
        AssertNear([0.956638748309552, 0.043361251690448, 0.034882775185005, 0.965117224814995], fit.Model.Transition, 1e-9);
    }

    [Fact]
    public void Refit_StudentToTheEnd_EqualsNumpy()
    {
        // The M-step differs from numpy's, the point where both end does not.
        var fit = HmmFitter.Refit(TwoRegimes.Rows(200), Given(5), Plain with { MaxIterations = 5000, Tolerance = 1e-12 });
        Assert.Equal(FitStatus.Converged, fit.Status);
        Assert.Equal(-488.04282363639174, fit.LogLikelihood, 1e-8);
        AssertNear([0.949908561543747, 0.050091438456252, 0.041840968936962, 0.958159031063038], fit.Model.Transition, 1e-5);
        AssertNear([0.200322648270045, -0.068873713067109, -0.462498021162345, 0.506161933778541], fit.Model.Means, 1e-5);
        AssertNear([0.232934260275787, 0.111103190176326, 1.086220481879071, 0.954228356285194], fit.Model.SquaredScales, 1e-5);
    }

    [Fact]
    public void Refit_DegreesOfFreedomEstimated_EqualsNumpy()
    {
        var settings = Plain with { MaxIterations = 5000, Tolerance = 1e-12, StickyCount = 10, EstimatesDegreesOfFreedom = true };
        var fit = HmmFitter.Refit(TwoRegimes.Rows(200), Given(5), settings);
        Assert.Equal(6.051344480650873, fit.Model.DegreesOfFreedom, 1e-3);
        Assert.Equal(-487.8480309004484, fit.LogLikelihood, 1e-4);
    }

    [Fact]
    public void Refit_SixStates_EqualsNumpy()
    {
        double[] rows = [.. CongruentialStream.Take(900, 9).Select(u => (8 * u) - 4)];
        var fit = HmmFitter.Refit(rows, HiddenMarkovModelTests.Six(double.PositiveInfinity), Plain with { MaxIterations = 4 });
        Assert.Equal(-1971.5006156980965, fit.LogLikelihood, 1e-8);
        AssertNear(
            [0.249037347135246, 0.064271635869215, 0.181793876667655, 0.065740885120269, 0.215488561613375, 0.223667693594241],
            fit.Model.Transition.Take(6),
            1e-9);
        AssertNear([-0.387618009313944, 2.207666455475721, -2.324157586336016], fit.Model.Means.Skip(15), 1e-9);
        AssertNear([4.235449794224518, 1.37444192968676, 1.257889141713839], fit.Model.SquaredScales.Skip(15), 1e-9);
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(5)]
    public void Refit_EveryStep_GainsLikelihood(double degrees)
    {
        for (var steps = 1; steps <= 12; steps++)
        {
            var fit = HmmFitter.Refit(TwoRegimes.Rows(200), Given(degrees), Plain with { MaxIterations = steps, StickyCount = 20 });
            Assert.True(fit.LastGain > 0, $"step {steps} gained {fit.LastGain}");
        }
    }

    [Fact]
    public void Fit_FromItsOwnStarts_ComesToTheSameMaximum()
    {
        var settings = new HmmSettings(2) { StickyCount = 0, Tolerance = 1e-10, MaxIterations = 5000 };
        var fit = HmmFitter.Fit(TwoRegimes.Rows(200), 2, settings);
        Assert.Equal(FitStatus.Converged, fit.Status);
        Assert.Equal(-488.04282363639174, fit.LogLikelihood, 1e-6);
    }

    [Fact]
    public void Fit_SameSeed_GivesTheSameModel()
    {
        var first = HmmFitter.Fit(TwoRegimes.Rows(200), 2, new HmmSettings(3));
        var second = HmmFitter.Fit(TwoRegimes.Rows(200), 2, new HmmSettings(3));
        Assert.Equal(first.Model.Means, second.Model.Means);
        Assert.Equal(first.LogLikelihood, second.LogLikelihood);
    }

    [Fact]
    public void Fit_OneOutlierAmongRows_DoesNotBecomeAState()
    {
        // Two states by the data; the third and fourth would sit on the outlier or split hairs with fewer rows than a variance needs.
        var rows = TwoRegimes.Rows(40);
        rows[21] = 1e6;
        var fit = HmmFitter.Fit(rows, 2, new HmmSettings(4) { DegreesOfFreedom = double.PositiveInfinity });
        Assert.Equal(FitStatus.Collapsed, fit.Status);
        Assert.InRange(fit.Model.States, 1, 3);
        Assert.True(fit.Collapses > 0);
        Assert.True(double.IsFinite(fit.LogLikelihood));
    }

    [Fact]
    public void Fit_EqualRows_HasOneState()
    {
        double[] rows = [.. Enumerable.Repeat(0.01, 300)];
        var fit = HmmFitter.Fit(rows, 1, new HmmSettings(4));
        Assert.Equal(FitStatus.Collapsed, fit.Status);
        Assert.Equal(1, fit.Model.States);
        Assert.All(fit.Model.SquaredScales, scale => Assert.True(scale > 0));
    }

    [Fact]
    public void Fit_OneFeatureThatNeverChanges_StillTellsStatesApart()
    {
        var rows = TwoRegimes.Rows(200);
        for (var t = 0; t < 200; t++)
        {
            rows[(2 * t) + 1] = 3;
        }

        var fit = HmmFitter.Fit(rows, 2, new HmmSettings(2));
        Assert.Equal(2, fit.Model.States);
        Assert.True(double.IsFinite(fit.LogLikelihood));
    }

    [Fact]
    public void Refit_StateWithoutRows_StartsAnew()
    {
        var far = new HiddenMarkovModel([0.5, 0.5], [0.9, 0.1, 0.1, 0.9], [0, 0, 1e4, 1e4], [1, 1, 1, 1], 5);
        var fit = HmmFitter.Refit(TwoRegimes.Rows(200), far, new HmmSettings(2));
        Assert.Equal(2, fit.Model.States);
        Assert.True(fit.LogLikelihood > -495, $"{fit.LogLikelihood}");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Fit_ValueThatIsNotFinite_NamesItsPlace(double value)
    {
        var rows = TwoRegimes.Rows(50);
        rows[(2 * 7) + 1] = value;
        var error = Assert.Throws<ArgumentException>(() => HmmFitter.Fit(rows, 2, new HmmSettings(2)));
        Assert.Contains("Feature 1 of row 7", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_NoRowsOrSettingsWithoutSense_Throws()
    {
        Assert.Throws<ArgumentException>(() => HmmFitter.Fit([], 2, new HmmSettings(2)));
        Assert.Throws<ArgumentException>(() => HmmFitter.Fit([1, 2, 3], 2, new HmmSettings(2)));
        Assert.Throws<ArgumentException>(() => HmmFitter.Fit([1, 2], 2, new HmmSettings(0)));
        Assert.Throws<ArgumentException>(() => HmmFitter.Fit([1, 2], 2, new HmmSettings(2) { StickyCount = -1 }));
    }

    private static HiddenMarkovModel Given(double degrees) =>
        new([0.6, 0.4], [0.9, 0.1, 0.2, 0.8], [0.1, 0, -0.2, 0.3], [0.5, 0.5, 1.5, 1.5], degrees);

    private static void AssertNear(double[] expected, IEnumerable<double> actual, double tolerance)
    {
        foreach (var (want, have) in expected.Zip(actual))
        {
            Assert.Equal(want, have, tolerance);
        }
    }
}
