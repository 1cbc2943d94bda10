using System.Security.Cryptography;
using System.Text;
using AraWeb.Engine.Core;
using AraWeb.Engine.Evaluation.Overfitting;
using AraWeb.Engine.Models;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Training.Search;

/// <summary>
/// Searches the settings of learners by successive halving (Jamieson and Talwalkar 2016): eight configurations learn from every sixteenth day, the better half
/// from every eighth, the better half of those from every fourth; each speaks only of days after all that it learned from, as in training. The usual settings
/// run beside them on every level. Goes round the learners until the budget is spent. Trials that the ledger holds for the same data are not made again, so a
/// search that was stopped goes on where it was. A configuration is taken only if its gain over the usual settings is above what the best of all that were
/// tried would show by chance (deflated Sharpe ratio, Bailey and Lopez de Prado 2014).
/// </summary>
/// <param name="ledger">Holds every trial.</param>
/// <param name="time">The clock.</param>
public sealed class ParameterSearch(TrialLedger ledger, TimeProvider time)
{
    /// <summary>A configuration is taken from this probability on.</summary>
    public const double Sure = 0.95;

    /// <summary>Days between two fits: half as many fits as training makes.</summary>
    private const int RefitDays = 504;

    /// <summary>Days that make one block: outcomes of the farthest usual horizon overlap within it.</summary>
    private const int BlockDays = 20;

    /// <summary>Configurations of a round at its first level, the usual settings aside.</summary>
    private const int Width = 8;

    /// <summary>Rounds that the ledger knew already after which there is nothing left to draw.</summary>
    private const int MostKnownRounds = 1000;

    /// <summary>Days between two that are learned from, level by level.</summary>
    private static readonly int[] Strides = [16, 8, 4];

    /// <summary>Searches.</summary>
    /// <param name="panel">Rows in time.</param>
    /// <param name="dataHash">SHA-256 of its bars.</param>
    /// <param name="spaces">Learners and their parameters.</param>
    /// <param name="budget">When to end.</param>
    /// <param name="progress">Told of each trial.</param>
    /// <param name="cancellationToken">Ends it; trials that were finished stay in the ledger.</param>
    /// <returns>For each learner that came to the last level what was chosen.</returns>
    /// <exception cref="ModelException">The panel is too short.</exception>
    /// <exception cref="StorageException">The ledger cannot be read or written.</exception>
    public IReadOnlyList<TrialChoice> Run(
        TrainingPanel panel, string dataHash, IReadOnlyList<LearnerSpace> spaces, SearchBudget budget, IProgress<string> progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(spaces);
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentNullException.ThrowIfNull(progress);
        var plan = TrainingPlan.For(panel) with { RefitDays = RefitDays };
        var known = new Dictionary<string, Trial>(StringComparer.Ordinal);
        foreach (var trial in ledger.Trials().Where(trial => trial.DataHash == dataHash && trial.Seed == plan.Seed))
        {
            known[KeyOf(trial.Learner, trial.Values, trial.Stride)] = trial;
        }

        var (started, made) = (time.GetTimestamp(), 0);
        var chosen = ledger.Choices().GroupBy(choice => choice.Learner, StringComparer.Ordinal)
            .ToDictionary(choices => choices.Key, choices => choices.Last().Values, StringComparer.Ordinal);

        // The budget ends a level anywhere; what is known by then decides.
        Trial? Try(LearnerSpace space, SortedDictionary<string, double> values, int stride)
        {
            var key = KeyOf(space.Learner, values, stride);
            if (known.TryGetValue(key, out var before))
            {
                return before;
            }

            if (made >= budget.Trials || time.GetElapsedTime(started) >= budget.Time)
            {
                return null;
            }

            made++;
            var trial = Make(panel, dataHash, space, values, plan with { Stride = stride }, cancellationToken);
            ledger.Add(trial);
            known[key] = trial;
            progress.Report(FormattableString.Invariant(
                $"{made}: {trial.Learner} every {stride}th day, {trial.Configuration}: {trial.Score:E2} in {trial.Seconds:F0} s"));
            return trial;
        }

        bool IsSpent() => made >= budget.Trials || time.GetElapsedTime(started) >= budget.Time;
        for (var round = 0; !IsSpent(); round++)
        {
            var before = made;
            foreach (var space in spaces)
            {
                var candidates = Draw(space, budget.Seed, round, chosen.GetValueOrDefault(space.Learner));
                foreach (var stride in Strides)
                {
                    if (Try(space, [], stride) is null)
                    {
                        break;
                    }

                    var scored = candidates.Select(values => (Values: values, Trial: Try(space, values, stride))).Where(one => one.Trial is not null).ToArray();
                    candidates = [.. scored.OrderByDescending(one => one.Trial!.Score).Take(Math.Max(1, candidates.Count / 2)).Select(one => one.Values)];
                }
            }

            // A round that the ledger knew already costs nothing; the next one draws others.
            if (made == before && round > MostKnownRounds)
            {
                break;
            }
        }

        TrialChoice[] choices = [.. spaces.Select(space => Choose(space, dataHash, known)).OfType<TrialChoice>()];
        foreach (var choice in choices)
        {
            ledger.Add(choice);
        }

        return choices;
    }

    private static string KeyOf(string learner, SortedDictionary<string, double> values, int stride) =>
        FormattableString.Invariant($"{learner} {stride} {Trial.Describe(values)}");

    /// <summary>Configurations of a round: in the first what is in use now, then drawn ones.</summary>
    private static List<SortedDictionary<string, double>> Draw(LearnerSpace space, int seed, int round, SortedDictionary<string, double>? present)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{space.Learner} {seed} {round}")));
        var random = new Random(BitConverter.ToInt32(hash));
        var drawn = new List<SortedDictionary<string, double>>();
        if (round == 0 && present is { Count: > 0 })
        {
            drawn.Add(present);
        }

        while (drawn.Count < Width)
        {
            var values = new SortedDictionary<string, double>(StringComparer.Ordinal);
            foreach (var parameter in space.Parameters)
            {
                values[parameter.Name] = parameter.At(random.NextDouble());
            }

            drawn.Add(values);
        }

        return drawn;
    }

    private Trial Make(
        TrainingPanel panel, string dataHash, LearnerSpace space, SortedDictionary<string, double> values, TrainingPlan plan,
        CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var learner = values.Count == 0 ? ForecasterCatalog.Learners.Single(one => one.Id == space.Learner) : space.Make(values);
        var said = WalkForwardTraining.Run(panel, [learner], plan, new SilentProgress(), cancellationToken);
        var seconds = time.GetElapsedTime(start).TotalSeconds;
        return new Trial(space.Learner, values, plan.Stride, plan.Seed, dataHash, Gains(said, plan.FirstDays), time.GetUtcNow(), seconds);
    }

    /// <summary>
    /// [blocks] mean of 2 y f - f squared over rows and horizons, which is y squared less the squared error; where nothing was said f is zero.
    /// </summary>
    internal static double[] Gains(OutOfFold said, int firstDay)
    {
        var panel = said.Panel;
        var blocks = (panel.Closes.Count - firstDay + BlockDays - 1) / BlockDays;
        var (sums, counts) = (new double[blocks], new int[blocks]);
        for (var row = 0; row < panel.Rows.Count; row++)
        {
            if (panel.Days[row] < firstDay || panel.Rows[row].Known == DateTimeOffset.MaxValue)
            {
                continue;
            }

            var block = (panel.Days[row] - firstDay) / BlockDays;
            for (var h = 0; h < panel.Horizons.Count; h++)
            {
                var (forecast, outcome) = (said.Of(row, h)[0].Mean, panel.TargetOf(row, h));
                sums[block] += double.IsNaN(forecast) ? 0 : forecast * ((2 * outcome) - forecast);
                counts[block]++;
            }
        }

        return [.. Enumerable.Range(0, blocks).Where(block => counts[block] > 0).Select(block => sums[block] / counts[block])];
    }

    private TrialChoice? Choose(LearnerSpace space, string dataHash, Dictionary<string, Trial> known)
    {
        var last = Strides[^1];
        if (!known.TryGetValue(KeyOf(space.Learner, [], last), out var usual))
        {
            return null;
        }

        var finalists = known.Values.Where(trial => trial.Learner == space.Learner && trial.Stride == last && trial.Values.Count > 0).ToArray();
        if (finalists.Length == 0)
        {
            return null;
        }

        // Every configuration counts, however early it was dropped; the spread of their Sharpe ratios is taken on the level that each came to.
        var compared = known.Values.Where(trial => trial.Values.Count > 0)
            .GroupBy(trial => (trial.Learner, trial.Configuration))
            .Select(levels => levels.MinBy(trial => trial.Stride)!)
            .Select(trial => known.TryGetValue(KeyOf(trial.Learner, [], trial.Stride), out var beside) ? Against(trial, beside).Sharpe : double.NaN)
            .Where(double.IsFinite)
            .ToArray();
        var best = finalists.MaxBy(trial => trial.Score)!;
        var moments = Against(best, usual);
        var tried = Math.Max(1, ledger.ConfigurationsSince(DateTimeOffset.MinValue));
        var deviation = compared.Length > 1 ? Math.Sqrt(SpanMath.SumOfSquares(compared, SpanMath.Mean(compared)) / (compared.Length - 1)) : 0;
        var deflated = best.Score > usual.Score ? SharpeStatistics.Deflated(moments, deviation, tried) : double.NaN;
        return new TrialChoice(
            space.Learner, deflated >= Sure ? best.Values : [], best.Configuration, best.Score - usual.Score, moments.Sharpe, deflated, tried, dataHash,
            time.GetUtcNow());
    }

    private static ReturnMoments Against(Trial trial, Trial usual)
    {
        var differences = new double[Math.Min(trial.Gains.Length, usual.Gains.Length)];
        for (var block = 0; block < differences.Length; block++)
        {
            differences[block] = trial.Gains[block] - usual.Gains[block];
        }

        return ReturnMoments.Of(differences);
    }
}
