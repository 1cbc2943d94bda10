using AraWeb.Engine.Calibration;
using AraWeb.Engine.Evaluation;
using AraWeb.Engine.Evaluation.Resampling;
using AraWeb.Engine.Evaluation.Selection;
using AraWeb.Engine.Training;
using MathNet.Numerics.Distributions;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>
/// Scores the pooled models' probability of a rise. It is calibrated on outcomes known by then, each day's instruments counting as one; the rival is the share
/// of rises among them. Calls at lower coverage use thresholds from earlier days.
/// </summary>
internal sealed class DirectionScore
{
    /// <summary>Shares of rows on which a call is wanted.</summary>
    public static readonly double[] Coverages = [1, 0.8, 0.6, 0.4, 0.2];

    private const double Level = 0.95;

    /// <summary>Days of outcomes, half of them rises, that the rival's share starts from.</summary>
    private const double PriorDays = 250;

    private const int WindowDays = 1000;
    private const int LeastRows = 250;

    private DirectionScore(int[] days, bool[] up, double[] probabilities, double[] shares, int instruments)
    {
        var bootstrap = new BootstrapSettings(BlockLength: 20, Replications: 2000, Seed: 1);
        var correct = new bool[up.Length];
        var (loss, reference, confidence) = (new double[up.Length], new double[up.Length], new double[up.Length]);
        for (var i = 0; i < up.Length; i++)
        {
            correct[i] = (probabilities[i] > 0.5) == up[i];
            var outcome = up[i] ? 1.0 : 0.0;
            loss[i] = Math.Pow(outcome - probabilities[i], 2);
            reference[i] = Math.Pow(outcome - shares[i], 2);
            confidence[i] = Math.Abs(probabilities[i] - 0.5);
        }

        AlwaysUp = up.Average(value => value ? 1.0 : 0.0);
        Days = days.Distinct().Count();
        BrierSkill = SkillScore.Of(loss, reference, days, Level, bootstrap);
        Curve = [.. Coverages.Select(coverage => RiskCoverage.Of(
            SequentialThreshold.Calls(confidence, days, coverage, WindowDays * instruments, LeastRows), correct, days, Level, bootstrap))];
        Accuracy = RiskCoverage.Of([.. up.Select(_ => true)], correct, days, Level, bootstrap).Accuracy;
        Count = up.Length;
    }

    /// <summary>Rows scored.</summary>
    public int Count { get; }

    /// <summary>Distinct days.</summary>
    public int Days { get; }

    /// <summary>Share of right calls when every row is called.</summary>
    public IntervalEstimate Accuracy { get; }

    /// <summary>Share of rises: what calling up always would have given.</summary>
    public double AlwaysUp { get; }

    /// <summary>One minus the Brier score over that of the past share of rises.</summary>
    public IntervalEstimate BrierSkill { get; }

    /// <summary>Accuracy at each of <see cref="Coverages"/>.</summary>
    public IReadOnlyList<RiskCoveragePoint> Curve { get; }

    /// <summary>Scores.</summary>
    /// <param name="panel">The rows.</param>
    /// <param name="rows">Those to score, ascending.</param>
    /// <param name="mean">Expected return of a row, in forecast deviations; NaN where there is none.</param>
    public static DirectionScore Of(TrainingPanel panel, int[] rows, Func<int, double> mean)
    {
        var scored = rows.ToHashSet();
        var queue = new PriorityQueue<(int Row, double Stated), DateTimeOffset>();
        var perDay = Math.Max(1, panel.Rows.Count / panel.Closes.Count);
        var calibration = new ProbabilityCalibration(panel.Horizons[0] * perDay);
        var (rises, all) = (PriorDays * perDay / 2, PriorDays * perDay);
        var (days, up, probabilities, shares) = (new List<int>(), new List<bool>(), new List<double>(), new List<double>());
        for (var i = 0; i < panel.Rows.Count; i++)
        {
            while (queue.TryPeek(out var due, out var known) && known <= panel.Rows[i].Close)
            {
                _ = queue.Dequeue();
                var rose = panel.TargetOf(due.Row, 0) > 0;
                calibration.Observe(due.Stated, rose);
                rises += rose ? 1 : 0;
                all++;
            }

            if (double.IsNaN(mean(i)) || double.IsNaN(panel.TargetOf(i, 0)))
            {
                continue;
            }

            var stated = Normal.CDF(0, 1, mean(i));
            queue.Enqueue((i, stated), panel.Rows[i].Known);
            if (scored.Contains(i) && panel.TargetOf(i, 0) != 0)
            {
                days.Add(panel.Days[i]);
                up.Add(panel.TargetOf(i, 0) > 0);
                probabilities.Add(calibration.Apply(stated));
                shares.Add(rises / all);
            }
        }

        return new DirectionScore([.. days], [.. up], [.. probabilities], [.. shares], perDay);
    }
}
