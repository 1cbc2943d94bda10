using System.Text.Json.Nodes;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>
/// <c>evaluate regime</c>: how well the hidden Markov model and the jump model find the states of simulated returns, where the truth is known. Balanced
/// accuracy and changes of state, in sample as the peer's figures are, and online, which is what a user sees. With <c>--file</c> or <c>--data</c> instead:
/// how well the product's states of real series are foretold, see <see cref="RegimeOutlook"/>.
/// </summary>
public sealed class RegimeStudy : IStudy
{
    private const int PublishedRuns = 40;
    private const int FirstSeed = 1;
    private const int HeadlineRows = 2500;
    private const string Protocol =
        "in sample: fitted to all rows, path with all rows in view; online: parameters and states from earlier rows only, rows after the warm-up";

    private static readonly int[] Lengths = [500, 1000, HeadlineRows];

    private static readonly (string Key, bool HasTails)[] Innovations = [("gaussian", false), ("t5", true)];

    private static readonly (string Key, Func<double[], int[]> InSample, Func<double[], int[]> Online)[] Detectors =
        [("hmm", RegimeTrial.HmmInSample, RegimeTrial.HmmOnline), ("jump", RegimeTrial.JumpInSample, RegimeTrial.JumpOnline)];

    // hmmlearn (Gaussian, five starts) and Shu's jump-models package (nine features, penalty 50) on 40 runs of their own; standard errors .007 to .024.
    private static readonly Dictionary<(string Detector, string Innovations, int Rows), double> Peers = new()
    {
        [("hmm", "gaussian", 500)] = 0.962, [("hmm", "gaussian", 1000)] = 0.956, [("hmm", "gaussian", 2500)] = 0.979,
        [("jump", "gaussian", 500)] = 0.946, [("jump", "gaussian", 1000)] = 0.945, [("jump", "gaussian", 2500)] = 0.952,
        [("hmm", "t5", 500)] = 0.849, [("hmm", "t5", 1000)] = 0.876, [("hmm", "t5", 2500)] = 0.903,
        [("jump", "t5", 500)] = 0.929, [("jump", "t5", 1000)] = 0.924, [("jump", "t5", 2500)] = 0.940,
    };

    private static readonly Dictionary<(string Detector, string Innovations, int Rows), double> PeerSwitches = new()
    {
        [("hmm", "t5", 2500)] = 40.6, [("jump", "t5", 2500)] = 6.4,
    };

    private readonly TimeProvider _time;
    private readonly int _runs;

    /// <summary>Makes the study with as many runs as the peer's figures rest on.</summary>
    public RegimeStudy(TimeProvider time)
        : this(time, PublishedRuns)
    {
    }

    /// <summary>Makes the study with a number of runs for each setting.</summary>
    internal RegimeStudy(TimeProvider time, int runs) => (_time, _runs) = (time, runs);

    /// <inheritdoc/>
    public StudyKind Kind => StudyKind.Evaluate;

    /// <inheritdoc/>
    public string Name => "regime";

    /// <inheritdoc/>
    public string Summary => "How well market states are found in simulated returns; with --file or --data: foretold on real ones.";

    /// <inheritdoc/>
    public Task<StudyReport> RunAsync(StudyOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        return options.File is null && options.Data is null
            ? Task.Run(() => Simulated(progress, cancellationToken), cancellationToken)
            : RealAsync(options, progress, cancellationToken);
    }

    private async Task<StudyReport> RealAsync(StudyOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var outlook = new RegimeOutlook();
        var (used, passedOver) = await StudySeries.LongEnoughAsync(options, _time, progress, cancellationToken);
        foreach (var bars in used)
        {
            progress.Report($"{bars.Symbol}: {bars.Count} bars");
            outlook.Add(bars, StudySeries.Scored(bars, options, RegimeOutlook.WarmUp), cancellationToken);
        }

        return RegimeOutlookReport.Write(outlook, used, passedOver);
    }

    private StudyReport Simulated(IProgress<string> progress, CancellationToken cancellationToken)
    {
        var cells = new List<Cell>();
        var redrawn = 0;
        foreach (var (innovations, hasTails) in Innovations)
        {
            foreach (var rows in Lengths)
            {
                progress.Report($"{innovations}, {rows} rows, {_runs} runs");
                var runs = Draw(rows, hasTails, ref redrawn);
                foreach (var (detector, inSample, online) in Detectors)
                {
                    cells.Add(new Cell(detector, innovations, rows, Score(runs, inSample, cancellationToken), Score(runs, online, cancellationToken)));
                }
            }
        }

        return new StudyReport(Json(cells, redrawn), [Table(cells)]);
    }

    /// <summary>Sequences from consecutive seeds; one in which a state does not occur is passed over.</summary>
    private List<RegimeSimulation> Draw(int rows, bool hasTails, ref int passedOver)
    {
        var runs = new List<RegimeSimulation>();
        for (var seed = FirstSeed; runs.Count < _runs; seed++)
        {
            var run = RegimeSimulation.Draw(rows, seed, hasTails);
            if (run.HasBothStates)
            {
                runs.Add(run);
            }
            else
            {
                passedOver++;
            }
        }

        return runs;
    }

    private static RegimeScore Score(List<RegimeSimulation> runs, Func<double[], int[]> detect, CancellationToken cancellationToken)
    {
        var said = new List<int[]>();
        foreach (var run in runs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            said.Add(detect(run.Returns));
        }

        return RegimeScore.Of(runs, said);
    }

    private JsonObject Json(List<Cell> cells, int passedOver)
    {
        var json = Measures(cells, HeadlineRows, cell => cell.InSample);
        json["simulated"] = true;
        json["online"] = Measures(cells, HeadlineRows, cell => cell.Online);
        json["peer"] = new JsonObject
        {
            ["balanced_accuracy"] = Nest(cells, HeadlineRows, cell => Peers[cell.Key]),
            ["switches"] = Nest(cells, HeadlineRows, cell => PeerSwitches.GetValueOrDefault(cell.Key, double.NaN)),
        };
        json["by_rows"] = new JsonObject(Lengths.Select(rows => KeyValuePair.Create($"{rows}", (JsonNode?)new JsonObject
        {
            ["in_sample"] = Measures(cells, rows, cell => cell.InSample),
            ["online"] = Measures(cells, rows, cell => cell.Online),
            ["peer_balanced_accuracy"] = Nest(cells, rows, cell => Peers[cell.Key]),
        })));
        json["settings"] = new JsonObject
        {
            ["n"] = HeadlineRows,
            ["runs"] = _runs,
            ["first_seed"] = FirstSeed,
            ["passed_over"] = passedOver,
            ["protocol"] = Protocol,
            ["online_warm_up"] = RegimeTrial.WarmUp,
            ["online_refit"] = RegimeTrial.Refit,
            ["hmm"] = $"returns; Student-t, degrees of freedom estimated from {RegimeTrial.Hmm.DegreesOfFreedom} on; sticky count "
                + $"{RegimeTrial.Hmm.StickyCount}; {RegimeTrial.Hmm.Starts} starts; chosen on seeds 1001 to 1250",
            ["jump"] = $"log average absolute return, half-life {RegimeTrial.HalfLife}; penalty {RegimeTrial.Penalty}; chosen on seeds 1001 to 1120",
        };
        return json;
    }

    private static JsonObject Measures(List<Cell> cells, int rows, Func<Cell, RegimeScore> score) => new()
    {
        ["balanced_accuracy"] = Nest(cells, rows, cell => score(cell).Accuracy),
        ["standard_error"] = Nest(cells, rows, cell => score(cell).Error),
        ["switches"] = Nest(cells, rows, cell => score(cell).Switches),
        ["true_switches"] = Nest(cells, rows, cell => score(cell).TrueSwitches),
        ["runs_scored"] = Nest(cells, rows, cell => score(cell).Runs),
    };

    private static JsonObject Nest(List<Cell> cells, int rows, Func<Cell, double> value) => new(Detectors.Select(detector => KeyValuePair.Create(
        detector.Key,
        (JsonNode?)new JsonObject(cells
            .Where(cell => cell.Detector == detector.Key && cell.Rows == rows)
            .Select(cell => KeyValuePair.Create(cell.Innovations, StudyNumber.Of(value(cell))))))));

    private StudyTable Table(List<Cell> cells) => new(
        $"States of simulated returns (invented data), {_runs} runs from seed {FirstSeed}; peer: hmmlearn and jump-models, in sample",
        ["innovations", "rows", "detector", "in sample", "s.e.", "peer", "switches", "peer", "true", "online", "s.e.", "switches", "true", "runs"],
        [.. cells.Select(cell => (IReadOnlyList<string>)
        [
            cell.Innovations, $"{cell.Rows}", cell.Detector,
            $"{cell.InSample.Accuracy:F3}", $"{cell.InSample.Error:F3}", $"{Peers[cell.Key]:F3}",
            $"{cell.InSample.Switches:F1}", StudyNumber.Text(PeerSwitches.GetValueOrDefault(cell.Key, double.NaN), "F1"), $"{cell.InSample.TrueSwitches:F1}",
            $"{cell.Online.Accuracy:F3}", $"{cell.Online.Error:F3}", $"{cell.Online.Switches:F1}", $"{cell.Online.TrueSwitches:F1}", $"{cell.Online.Runs}",
        ])]);

    private sealed record Cell(string Detector, string Innovations, int Rows, RegimeScore InSample, RegimeScore Online)
    {
        public (string Detector, string Innovations, int Rows) Key => (Detector, Innovations, Rows);
    }
}
