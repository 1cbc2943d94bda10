using AraWeb.Engine.Core;
using AraWeb.Engine.Models;
using AraWeb.Engine.Training;
using AraWeb.Engine.Training.Search;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Training.Search;

public sealed class ParameterSearchTests : IDisposable
{
    private const int Seed = 51;
    private const string Hash = "aa";

    private readonly TempFolder _folder = new();
    private readonly TrainingPanel _panel = PanelBuilder.Build(
        MomentumSeries.Make(3, 900, lean: 0.6, Seed), new PanelSettings([1, 5], 300), new Progress<string>(), CancellationToken.None);

    private string Path => System.IO.Path.Combine(_folder.Path, "models", "trials");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_StoppedAndGoneOn_MakesTheSameTrialsAsAtOnce()
    {
        var atOnce = new TrialLedger(Path);
        Run(atOnce, trials: 17, "depthwise_boosting");
        var stopped = new TrialLedger(Path + "2");
        Run(stopped, trials: 5, "depthwise_boosting");
        Assert.Equal(5, stopped.Trials().Count);
        Run(stopped, trials: 12, "depthwise_boosting");
        Assert.Equal(Words(atOnce), Words(stopped));
        Assert.Equal(atOnce.Trials().Select(trial => trial.Score), stopped.Trials().Select(trial => trial.Score));
        Assert.Equal(8, atOnce.ConfigurationsSince(DateTimeOffset.MinValue));
    }

    [Fact]
    public void Run_Levels_HalveTheConfigurationsAndRunTheUsualBesideThem()
    {
        var ledger = new TrialLedger(Path);
        var choice = Assert.Single(Run(ledger, trials: 17, "depthwise_boosting"));
        Assert.Equal([9, 5, 3], new[] { 16, 8, 4 }.Select(stride => ledger.Trials().Count(trial => trial.Stride == stride)));
        Assert.Equal(3, ledger.Trials().Count(trial => trial.Values.Count == 0));
        Assert.Equal(8, choice.Trials);
        var best = ledger.Trials().Where(trial => trial.Stride == 4 && trial.Values.Count > 0).MaxBy(trial => trial.Score)!;
        Assert.Equal(best.Configuration, choice.Best);
        Assert.Equal(choice.Deflated >= ParameterSearch.Sure, choice.Values.Count > 0);
        Assert.Equal(best.Score > ledger.Trials().Single(trial => trial.Stride == 4 && trial.Values.Count == 0).Score, double.IsFinite(choice.Deflated));
    }

    [Fact]
    public void Run_OneConfigurationAboveAllLuck_IsTakenAndUsed()
    {
        var made = new TrialLedger(Path);
        Run(made, trials: 17, "depthwise_boosting");
        var finalists = made.Trials().Where(trial => trial.Stride == 4).ToArray();
        var (usual, other) = (finalists.Single(trial => trial.Values.Count == 0), finalists.First(trial => trial.Values.Count > 0));

        // The same trials, but one did better than the usual settings in every block, by about as much.
        var ledger = new TrialLedger(Path + "2");
        foreach (var trial in made.Trials())
        {
            ledger.Add(ReferenceEquals(trial, other) || (trial.Stride == 4 && trial.Configuration == other.Configuration)
                ? trial with { Gains = [.. usual.Gains.Select((gain, block) => gain + 1 + (0.01 * (block % 3)))] }
                : trial);
        }

        var choice = Assert.Single(Run(ledger, trials: 0, "depthwise_boosting"));
        Assert.True(choice.Deflated > ParameterSearch.Sure, $"{choice}; seed {Seed}");
        Assert.Equal(other.Configuration, Trial.Describe(choice.Values));
        Assert.Equal(17, ledger.Trials().Count);
        var learners = ForecasterCatalog.Learners;
        var configured = ledger.Configure(learners);
        Assert.Equal(learners.Select(learner => learner.Id), configured.Select(learner => learner.Id));
        Assert.Equal([5], Enumerable.Range(0, learners.Count).Where(i => !ReferenceEquals(learners[i], configured[i])));
        Assert.Equal($"depthwise_boosting: {other.Configuration}", ledger.Describe(learners));

        // A later search that finds the usual settings best puts them back.
        ledger.Add(choice with { Values = [] });
        Assert.Equal("usual", ledger.Describe(learners));
    }

    [Fact]
    public void Run_Cancelled_KeepsWhatWasFinished()
    {
        var ledger = new TrialLedger(Path);
        using var stop = new CancellationTokenSource();
        var told = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => new ParameterSearch(ledger, TimeProvider.System).Run(
            _panel, Hash, Spaces("depthwise_boosting"), new SearchBudget(TimeSpan.FromHours(1), 17, 1), new Told(() => Stop(++told, stop)), stop.Token));
        Assert.Equal(3, ledger.Trials().Count);
    }

    [Fact]
    public void Trials_TornLastLine_IsPassedOverAndReplaced()
    {
        var ledger = new TrialLedger(Path);
        var trial = new Trial("ridge", [], 4, 1, Hash, [0.5, double.NaN], new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), 1);
        ledger.Add(trial);
        File.AppendAllText(Path, "{\"trial\":{\"lear");
        Assert.Single(ledger.Trials());
        ledger.Add(trial with { Seed = 2 });
        Assert.Equal([1, 2], ledger.Trials().Select(one => one.Seed));
        Assert.Equal(trial.Gains, ledger.Trials()[0].Gains);
        File.AppendAllText(Path, "no line of mine\n");
        Assert.Throws<StorageException>(() => ledger.Trials());
    }

    [Fact]
    public void Make_ValueOutOfRange_IsRefused()
    {
        var space = LearnerSpace.All.Single(one => one.Learner == "elastic_net");
        Assert.Throws<InputException>(() => space.Make(new Dictionary<string, double>(StringComparer.Ordinal) { ["amount_share"] = 2 }));
        Assert.Throws<InputException>(() => space.Make(new Dictionary<string, double>(StringComparer.Ordinal)));
        Assert.Equal(0.02, space.Parameters[0].At(0), 12);
        Assert.Equal(1, space.Parameters[0].At(1), 12);

        // Half of the way on a logarithmic scale is the geometric mean, the root of 0.02.
        Assert.Equal(0.141, space.Parameters[0].At(0.5), 12);
    }

    private static void Stop(int told, CancellationTokenSource stop)
    {
        if (told == 3)
        {
            stop.Cancel();
        }
    }

    private static string[] Words(TrialLedger ledger) => [.. ledger.Trials().Select(trial => $"{trial.Learner} {trial.Stride} {trial.Configuration}")];

    private static LearnerSpace[] Spaces(string learner) => [.. LearnerSpace.All.Where(space => space.Learner == learner)];

    private IReadOnlyList<TrialChoice> Run(TrialLedger ledger, int trials, string learner) => new ParameterSearch(ledger, TimeProvider.System).Run(
        _panel, Hash, Spaces(learner), new SearchBudget(TimeSpan.FromHours(1), trials, Seed), new Progress<string>(), CancellationToken.None);

    private sealed class Told(Action told) : IProgress<string>
    {
        public void Report(string value) => told();
    }
}
