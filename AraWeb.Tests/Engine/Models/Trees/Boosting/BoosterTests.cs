using AraWeb.Engine.Core;
using AraWeb.Engine.Models.Trees;
using AraWeb.Engine.Models.Trees.Boosting;
using AraWeb.Engine.Models.Trees.Boosting.Objectives;

namespace AraWeb.Tests.Engine.Models.Trees.Boosting;

public sealed class BoosterTests
{
    private const int Seed = 20260301;

    public static TheoryData<string> Algorithms => [.. Enum.GetNames<BoostingAlgorithm>()];

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Fit_AnyNumberOfThreads_GivesTheSameToTheBit(string algorithm)
    {
        var panel = new InventedPanel(6000, Seed, missing: 0.1);
        var settings = Settings(algorithm) with { RowFraction = 0.7, FeatureFraction = 0.6, GossTop = 0.2, Rounds = 30 };
        var one = Fit(panel, settings with { Threads = 1 });
        var three = Fit(panel, settings with { Threads = 3 });
        Assert.Equal(one.Ensemble.Trees.Count, three.Ensemble.Trees.Count);
        for (var row = 0; row < 500; row++)
        {
            Assert.True(one.Ensemble.Predict(panel.Row(row)).Equals(three.Ensemble.Predict(panel.Row(row))), $"seed {Seed}, row {row}");
        }
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Fit_FriedmansFunction_ExplainsMostOfWhatIsNotNoise(string algorithm)
    {
        // The target's variance is about 24.8, the noise's 1 (Friedman 1991). Fresh rows must be left with little more than the noise.
        var fit = Fit(new InventedPanel(4000, Seed), Settings(algorithm) with { Rounds = 200 });
        var error = MeanSquare(fit.Ensemble, new InventedPanel(2000, Seed + 1));
        Assert.True(error < 1.8, $"seed {Seed}: {error}");
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Fit_MissingValues_AreWorthMoreThanNothing(string algorithm)
    {
        var fit = Fit(new InventedPanel(4000, Seed, missing: 0.2), Settings(algorithm) with { Rounds = 100 });
        var error = MeanSquare(fit.Ensemble, new InventedPanel(2000, Seed + 1, missing: 0.2));
        Assert.True(error < 12, $"seed {Seed}: {error}");
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Fit_ValidationRows_StopsAndKeepsTheBestRound(string algorithm)
    {
        var panel = new InventedPanel(300, Seed);
        var fresh = new InventedPanel(300, Seed + 1);
        var settings = Settings(algorithm) with { Rounds = 2000, LearningRate = 0.5, Patience = 10 };
        var matrix = Booster.MakeMatrix(panel.Features, InventedPanel.Width, settings, CancellationToken.None);
        var rows = new BoostingRows(matrix, panel.Targets, panel.Weights);
        var fit = Booster.Fit(rows, settings, 1, new ValidationRows(fresh.Features, fresh.Targets, fresh.Weights), CancellationToken.None);
        Assert.Equal(BoostingStatus.StoppedEarly, fit.Status);
        var best = fit.ValidationLosses.Min();
        Assert.Equal(best, fit.ValidationLosses[fit.Ensemble.Trees.Count - 1]);
        Assert.Equal(fit.Ensemble.Trees.Count + 10, fit.ValidationLosses.Count);
        var scores = Enumerable.Range(0, 300).Select(row => fit.Ensemble.Predict(fresh.Row(row))).ToArray();
        Assert.Equal(best, settings.Objective.Loss(scores, fresh.Targets, fresh.Weights), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Fit_MonotoneConstraints_HoldForAnyRow(string algorithm)
    {
        // The target rises with features 3 and 4; it is made to fall with the fourth, which costs fit but must hold.
        var fit = Fit(new InventedPanel(3000, Seed), Settings(algorithm) with { Rounds = 60, Monotone = [1, 0, 0, 1, -1, 0, 0, 1] });
        var probe = new InventedPanel(200, Seed + 1);
        for (var row = 0; row < probe.Rows; row++)
        {
            foreach (var (feature, direction) in ((int, int)[])[(0, 1), (3, 1), (4, -1), (7, 1)])
            {
                var values = probe.Row(row).ToArray();
                var last = double.NegativeInfinity;
                for (var step = 0; step <= 40; step++)
                {
                    values[feature] = step / 40.0;
                    var said = direction * fit.Ensemble.Predict(values);
                    Assert.True(said >= last - 1e-12, $"seed {Seed}, row {row}, feature {feature}, step {step}: {said} after {last}");
                    last = said;
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Fit_Quantile_LeavesItsShareBelow(string algorithm)
    {
        var fit = Fit(new InventedPanel(4000, Seed), Settings(algorithm) with { Rounds = 150, Objective = new QuantileObjective(0.8), MinLeafWeight = 20 });
        var fresh = new InventedPanel(4000, Seed + 1);
        var share = Enumerable.Range(0, fresh.Rows).Average(row => fresh.Targets[row] < fit.Ensemble.Predict(fresh.Row(row)) ? 1.0 : 0);
        Assert.InRange(share, 0.72, 0.85);
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Fit_HuberWithWildTargets_IsBetterThanSquared(string algorithm)
    {
        var panel = new InventedPanel(3000, Seed);
        for (var row = 0; row < panel.Rows; row += 50)
        {
            panel.Targets[row] = 1_000_000;
        }

        var fresh = new InventedPanel(1000, Seed + 1);
        var huber = MeanSquare(Fit(panel, Settings(algorithm) with { Objective = new HuberObjective(2) }).Ensemble, fresh);
        var squared = MeanSquare(Fit(panel, Settings(algorithm)).Ensemble, fresh);
        Assert.True(huber < 5, $"seed {Seed}: {huber}");
        Assert.True(squared > 1000 * huber, $"seed {Seed}: {squared}");
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Fit_FeaturesOnAnyScale_GivesTheSameForecasts(string algorithm)
    {
        var panel = new InventedPanel(2000, Seed);
        var scaled = new InventedPanel(2000, Seed);
        for (var i = 0; i < scaled.Features.Length; i++)
        {
            // Powers of two, so that the cuts are exactly those of before.
            scaled.Features[i] *= Math.ScaleB(1, (i % InventedPanel.Width * 6) - 20);
        }

        var plain = Fit(panel, Settings(algorithm));
        var wide = Fit(scaled, Settings(algorithm));
        for (var row = 0; row < 200; row++)
        {
            Assert.Equal(plain.Ensemble.Predict(panel.Row(row)), wide.Ensemble.Predict(scaled.Row(row)));
        }
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Fit_TargetsAMillionTimesLarger_GivesForecastsAMillionTimesLarger(string algorithm)
    {
        var panel = new InventedPanel(2000, Seed);
        var large = new InventedPanel(2000, Seed);
        for (var i = 0; i < large.Rows; i++)
        {
            large.Targets[i] *= 1e6;
        }

        var plain = Fit(panel, Settings(algorithm)).Ensemble;
        var wide = Fit(large, Settings(algorithm)).Ensemble;
        for (var row = 0; row < 200; row++)
        {
            Assert.Equal(1e6 * plain.Predict(panel.Row(row)), wide.Predict(large.Row(row)), 1e-2);
        }
    }

    [Theory]
    [InlineData(nameof(BoostingAlgorithm.Depthwise))]
    [InlineData(nameof(BoostingAlgorithm.Leafwise))]
    public void Fit_DuplicateRows_GivesTheTreesOfWeightTwo(string algorithm)
    {
        // Ordered boosting is left out: its orders are orders of rows, of which there are twice as many.
        var panel = new InventedPanel(1000, Seed);
        var settings = Settings(algorithm) with { Rounds = 10, MinLeafWeight = 4 };
        double[] one = [.. Enumerable.Repeat(1.0, 2000)];
        double[] heavy = [.. Enumerable.Repeat(2.0, 1000)];
        double[] twice = [.. panel.Features, .. panel.Features];
        double[] targets = [.. panel.Targets, .. panel.Targets];
        var doubled = Booster.Fit(twice, InventedPanel.Width, targets, one, settings, 1, CancellationToken.None);
        var weighted = Booster.Fit(panel.Features, InventedPanel.Width, panel.Targets, heavy, settings, 1, CancellationToken.None);
        for (var row = 0; row < 200; row++)
        {
            Assert.Equal(weighted.Ensemble.Predict(panel.Row(row)), doubled.Ensemble.Predict(panel.Row(row)), 1e-9);
        }
    }

    [Fact]
    public void Fit_ObliviousOnDuplicateRows_LearnsAllTheSame()
    {
        var panel = new InventedPanel(1000, Seed);
        double[] twice = [.. panel.Features, .. panel.Features];
        var settings = Settings(nameof(BoostingAlgorithm.Oblivious));
        var fit = Booster.Fit(
            twice, InventedPanel.Width, (double[])[.. panel.Targets, .. panel.Targets], (double[])[.. panel.Weights, .. panel.Weights], settings, 1, default);
        Assert.True(MeanSquare(fit.Ensemble, new InventedPanel(1000, Seed + 1)) < 4);
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Fit_NothingToLearn_IsTheBase(string algorithm)
    {
        var panel = new InventedPanel(200, Seed);
        var constant = new double[200 * InventedPanel.Width];
        Array.Fill(constant, 3.5);
        var same = new double[200];
        Array.Fill(same, -7);
        var columns = Booster.Fit(constant, InventedPanel.Width, panel.Targets, panel.Weights, Settings(algorithm), 1, CancellationToken.None);
        var targets = Booster.Fit(panel.Features, InventedPanel.Width, same, panel.Weights, Settings(algorithm), 1, CancellationToken.None);
        Assert.Equal(BoostingStatus.NothingToGain, columns.Status);
        Assert.Empty(columns.Ensemble.Trees);
        Assert.Equal((BoostingStatus.NothingToGain, -7.0), (targets.Status, targets.Ensemble.Base));
    }

    [Fact]
    public void Fit_OneClass_IsRefused()
    {
        var panel = new InventedPanel(100, Seed);
        var ones = new double[100];
        Array.Fill(ones, 1);
        var settings = Settings(nameof(BoostingAlgorithm.Depthwise)) with { Objective = new LogisticObjective() };
        var error = Assert.Throws<ModelException>(() =>
            Booster.Fit(panel.Features, InventedPanel.Width, ones, panel.Weights, settings, 1, CancellationToken.None));
        Assert.Contains("All 100 targets are 1", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.PositiveInfinity, 0, 1.0, "Feature 2 is infinite in row 5")]
    [InlineData(0, double.NaN, 1.0, "target in row 5 is NaN")]
    [InlineData(0, 0, -1.0, "weight in row 5 is -1")]
    public void Fit_NumbersThatAreNone_AreRefusedWithTheirRow(double feature, double target, double weight, string message)
    {
        var panel = new InventedPanel(100, Seed);
        panel.Features[(5 * InventedPanel.Width) + 2] = feature;
        panel.Targets[5] = target;
        panel.Weights[5] = weight;
        var error = Assert.Throws<ModelException>(() => Fit(panel, Settings(nameof(BoostingAlgorithm.Leafwise))));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public async Task Fit_CancelledOnTheWay_StopsSoon(string algorithm)
    {
        var panel = new InventedPanel(20_000, Seed);
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var token = source.Token;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Run(() => Booster.Fit(
            panel.Features,
            InventedPanel.Width,
            panel.Targets,
            panel.Weights,
            Settings(algorithm) with { Rounds = 1_000_000 },
            1,
            token)));
    }

    private static BoostingSettings Settings(string algorithm) => new(Enum.Parse<BoostingAlgorithm>(algorithm)) { Rounds = 100, MaxDepth = 5 };

    private static BoostingFit Fit(InventedPanel panel, BoostingSettings settings) =>
        Booster.Fit(panel.Features, InventedPanel.Width, panel.Targets, panel.Weights, settings, 1, CancellationToken.None);

    private static double MeanSquare(TreeEnsemble ensemble, InventedPanel panel) =>
        Enumerable.Range(0, panel.Rows).Average(row => Math.Pow(ensemble.Predict(panel.Row(row)) - panel.Targets[row], 2));
}
