using AraWeb.Engine.Core;
using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Evaluation;
using AraWeb.Engine.Evaluation.Resampling;
using AraWeb.Engine.Features.Panel;
using AraWeb.Engine.Models;

namespace AraWeb.Engine.Training;

/// <summary>
/// Makes a pooled model of a panel: trains the members through time, learns the weights from what they said out of fold, scores the last two years as they
/// would have been forecast, and fits the members once more to everything.
/// </summary>
public static class EnsembleTrainer
{
    /// <summary>Days of the panel, at its end, on which the pooled forecasts are scored.</summary>
    public const int HoldoutDays = 504;

    private static readonly BootstrapSettings Bootstrap = new(BlockLength: 20, Replications: 1000, Seed: 1);

    /// <summary>Trains.</summary>
    /// <param name="panel">Rows in time.</param>
    /// <param name="learners">The members.</param>
    /// <param name="plan">When to fit, and on what.</param>
    /// <param name="progress">Told of each fit.</param>
    /// <param name="cancellationToken">Checked by the members while they learn.</param>
    /// <exception cref="ModelException">The panel has too few days, or no member can be fitted to it.</exception>
    public static TrainedModel Train(
        TrainingPanel panel, IReadOnlyList<IForecaster> learners, TrainingPlan plan, IProgress<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(learners);
        ArgumentNullException.ThrowIfNull(progress);
        var said = WalkForwardTraining.Run(panel, learners, plan, progress, cancellationToken);
        var pooled = StackedForecasts.Of(said, StackingSettings.Default);
        var drift = WalkForwardTraining.Run(panel, [ForecasterCatalog.Baseline], plan, progress, cancellationToken);
        var through = panel.Closes[^1];
        var weights = StackedForecasts.WeightsAt(said, through, StackingSettings.Default);
        var rows = panel.RowsKnownBy(through, plan.Stride);
        var data = panel.ToTrainingSet(rows, through, plan.HalfLife);
        var (members, kept, failures) = (new List<IFittedForecaster>(), new List<int>(), said.Failures.ToList());
        for (var m = 0; m < learners.Count; m++)
        {
            progress.Report($"{learners[m].Id} learns from {rows.Length} rows");
            try
            {
                members.Add(learners[m].Fit(data, plan.Seed, cancellationToken));
                kept.Add(m);
            }
            catch (ModelException error)
            {
                failures.Add($"{learners[m].Id}: {error.Message}");
            }
        }

        if (members.Count == 0)
        {
            throw new ModelException($"No model could learn: {string.Join(" ", failures)}", "Look at the data with 'ara data validate'.");
        }

        var model = Assemble(panel, members, [.. weights.Select(one => one.Only(kept))], through, [], null, []);
        progress.Report("what each state of the market supports");
        model = Assemble(
            panel, members, model.Weights, through, RegimeGuides.Of(pooled, model, plan.Seed, cancellationToken),
            NoveltyDetector.Fit(data.Features.Span, panel.FeatureNames.Count, plan.Seed, cancellationToken),
            [.. panel.Horizons.Select((_, h) => said.Importance.Consistency(InAnyState(weights[h]), h))]);
        return new TrainedModel(
            model, pooled, [.. panel.Horizons.Select((_, h) => Score(pooled, drift, h))], rows.Length, said.Fits.Count + 1, failures);
    }

    /// <summary>[M] a member counts as far as it does in the states of the market, whichever it is.</summary>
    private static double[] InAnyState(PoolWeights weights) =>
        [.. weights.All.Select((all, m) => (all + weights.ByRegime.Sum(state => state[m])) / (1 + weights.ByRegime.Count))];

    private static PooledModel Assemble(
        TrainingPanel panel, IReadOnlyList<IFittedForecaster> members, IReadOnlyList<PoolWeights> weights, DateTimeOffset through,
        IReadOnlyList<RegimeGuide> guides, NoveltyDetector? detector, IReadOnlyList<double> consistency) =>
        new(PanelFeatures.Version, panel.FeatureNames, panel.Horizons, members, weights, through)
        {
            Guides = guides,
            Detector = detector,
            ImportanceConsistency = consistency,
        };

    private static HoldoutScore Score(StackedForecasts pooled, OutOfFold drift, int h)
    {
        var panel = pooled.Panel;
        var first = panel.Closes.Count - HoldoutDays;
        var (loss, reference, nothing, days) = (new List<double>(), new List<double>(), new List<double>(), new List<int>());
        for (var i = 0; i < panel.Rows.Count; i++)
        {
            var (mean, outcome) = (pooled.MeanOf(i, h), panel.TargetOf(i, h));
            if (panel.Days[i] >= first && !double.IsNaN(mean) && !double.IsNaN(outcome))
            {
                loss.Add((outcome - mean) * (outcome - mean));
                reference.Add(Math.Pow(outcome - drift.Of(i, h)[0].Mean, 2));
                nothing.Add(outcome * outcome);
                days.Add(panel.Days[i]);
            }
        }

        if (days.Count == 0)
        {
            return new HoldoutScore(panel.Horizons[h], 0, 0, new IntervalEstimate(double.NaN, double.NaN, double.NaN), double.NaN, double.NaN);
        }

        double[] daily = DayMeans.Of(loss.ToArray(), days.ToArray()), rival = DayMeans.Of(reference.ToArray(), days.ToArray());
        return new HoldoutScore(
            panel.Horizons[h], days.Count, daily.Length,
            SkillScore.Of(loss.ToArray(), reference.ToArray(), days.ToArray(), 0.95, Bootstrap),
            DieboldMariano.BetterP(daily, rival, panel.Horizons[h]),
            1 - (loss.Sum() / nothing.Sum()));
    }
}
