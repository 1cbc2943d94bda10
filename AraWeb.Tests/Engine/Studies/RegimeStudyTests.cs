using AraWeb.Engine.Core;
using AraWeb.Engine.Studies;
using AraWeb.Engine.Studies.Accuracy;
using AraWeb.Tests.Engine.Regime;

namespace AraWeb.Tests.Engine.Studies;

public sealed class RegimeStudyTests
{
    [Fact]
    public async Task RunAsync_FewRuns_HasTheKeysAndFindsTheStates()
    {
        var options = new StudyOptions(null, null, null, null, null);
        var json = (await new RegimeStudy(TimeProvider.System, runs: 4).RunAsync(options, new Progress<string>(), CancellationToken.None)).Json;
        foreach (var detector in (string[])["hmm", "jump"])
        {
            foreach (var innovations in (string[])["gaussian", "t5"])
            {
                Assert.InRange(json["balanced_accuracy"]![detector]![innovations]!.GetValue<double>(), 0.9, 1);
                Assert.InRange(json["switches"]![detector]![innovations]!.GetValue<double>(), 3, 20);
                Assert.InRange(json["online"]!["balanced_accuracy"]![detector]![innovations]!.GetValue<double>(), 0.55, 1);
                Assert.True(json["true_switches"]![detector]![innovations]!.GetValue<double>() > 0);
            }
        }

        Assert.True(json["simulated"]!.GetValue<bool>());
        Assert.Equal(0.903, json["peer"]!["balanced_accuracy"]!["hmm"]!["t5"]!.GetValue<double>());
        Assert.Equal(["500", "1000", "2500"], json["by_rows"]!.AsObject().Select(row => row.Key), StringComparer.Ordinal);
        Assert.Equal(4, json["settings"]!["runs"]!.GetValue<int>());
    }

    [Fact]
    public void Add_PhasesOfKnownKind_ForetellsBetterThanIndependence()
    {
        var outlook = new RegimeOutlook();
        for (var seed = 1; seed <= 3; seed++)
        {
            outlook.Add(RegimeBars.Daily(1800, seed), (RegimeOutlook.WarmUp, 1800), CancellationToken.None);
        }

        Assert.Equal(3 * 21, outlook.Count);
        Assert.True(outlook.LogLoss(0, 1) < outlook.LogLoss(2, 1), $"{outlook.LogLoss(0, 1)} {outlook.LogLoss(2, 1)}");
        Assert.InRange(outlook.VarianceExplained, 0.2, 1);
        Assert.Equal(1, Enum.GetValues<RegimeType>().Sum(outlook.ShareOf), 1e-12);
        var json = RegimeOutlookReport.Write(outlook, [RegimeBars.Daily(1800, 1)], []).Json;
        Assert.Equal(outlook.LogLoss(0, 0), json["log_loss"]!["product"]!["h1"]!.GetValue<double>(), 1e-5);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Draw_ManyRows_HasTheParametersItNames(bool hasTails)
    {
        // Nystrup, Lindström and Madsen (2020): deviations .00776 and .0214, staying .9979 and .988, so long-run share of the calm state .851.
        const int Seed = 5;
        var run = RegimeSimulation.Draw(400_000, Seed, hasTails);
        double Deviation(int state) => Math.Sqrt(run.Returns.Where((_, t) => run.States[t] == state).Average(x => x * x));
        Assert.True(Math.Abs((Deviation(0) / 0.0077843) - 1) < 0.02, $"{Deviation(0)}, seed {Seed}");
        Assert.True(Math.Abs((Deviation(1) / 0.0214144) - 1) < 0.02, $"{Deviation(1)}, seed {Seed}");
        Assert.True(Math.Abs(run.States.Average() - 0.149) < 0.02, $"{run.States.Average()}, seed {Seed}");
        Assert.Equal(2 * 0.851 * 0.0021, (double)run.Switches / run.States.Length, 3e-4);
    }

    [Fact]
    public void Of_TwoRuns_IsWhatTheHandComputes()
    {
        RegimeSimulation[] runs = [new(new double[4], [0, 0, 1, 1]), new(new double[4], [0, 1, 1, 1]), new(new double[4], [1, 1, 1, 1])];

        // Recalls 1 and 1/2, then 1 and 2/3; the third run has one state only and is left out.
        var score = RegimeScore.Of(runs, [[0, 0, 0, 1], [0, 1, 0, 1], [1, 1, 1, 1]]);
        Assert.Equal(0.5 * (0.75 + (5.0 / 6)), score.Accuracy, 1e-12);
        Assert.Equal(0.5 * ((5.0 / 6) - 0.75), score.Error, 1e-12);
        Assert.Equal((2, 2.0, 1.0), (score.Runs, score.Switches, score.TrueSwitches));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Online_LaterRowsChanged_SaysTheSameBefore(bool isHmm)
    {
        const int Seed = 11;
        Func<double[], int[]> detect = isHmm ? RegimeTrial.HmmOnline : RegimeTrial.JumpOnline;
        var returns = RegimeSimulation.Draw(700, Seed, hasTails: true).Returns;
        var said = detect(returns);
        foreach (var count in (int[])[251, 375, 376, 500, 699])
        {
            Assert.Equal(said[..(count - RegimeTrial.WarmUp)], detect(returns[..count]));
        }
    }
}
