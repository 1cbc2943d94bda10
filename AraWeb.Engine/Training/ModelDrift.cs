using AraWeb.Engine.Core;
using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Evaluation;
using AraWeb.Engine.Evaluation.Drift;
using AraWeb.Engine.Evaluation.Resampling;
using AraWeb.Engine.Registry;

namespace AraWeb.Engine.Training;

/// <summary>
/// Holds the newest bars against the training of a version: have its features moved (population stability index), and does it forecast worse than its card says
/// (score decay)? Only days after the training count for the score. Looks; retrains nothing.
/// </summary>
public static class ModelDrift
{
    /// <summary>Days since the training with known outcomes that a score takes, and at most looks at: a year.</summary>
    private const int FewestDays = 60;

    private const int MostDays = 252;

    /// <summary>A quarter further from the training than any before is to be expected now and then; twice as far is not.</summary>
    private const double Margin = 2;

    /// <summary>With fewer stretches the largest of them says nothing.</summary>
    private const int FewestStretches = 4;

    private const int Named = 3;
    private static readonly BootstrapSettings Bootstrap = new(BlockLength: 20, Replications: 1000, Seed: 1);

    /// <summary>Bars of each series that are looked at.</summary>
    public static int BarsNeeded(PanelSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.WarmUp + MostDays + settings.Horizons[^1];
    }

    /// <summary>Looks.</summary>
    /// <param name="model">The version.</param>
    /// <param name="card">Its card.</param>
    /// <param name="panel">The newest rows, with the version's columns and horizons.</param>
    /// <exception cref="ModelException">The card holds no distribution of features, or the columns or horizons are others.</exception>
    public static DriftReport Judge(PooledModel model, ModelCard card, TrainingPanel panel)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(panel);
        if (!card.Model.Settings.TryGetValue(PanelReference.Key, out var text))
        {
            throw new ModelException($"The card of {card.Id} version {card.Version} does not say what its features looked like.", "Train the model again.");
        }

        var reference = PanelReference.Read(text);
        if (!model.FeatureNames.SequenceEqual(panel.FeatureNames, StringComparer.Ordinal) || !model.Horizons.SequenceEqual(panel.Horizons)
            || reference.Features != model.FeatureNames.Count || reference.Drift.Length != model.Horizons.Count)
        {
            throw new ModelException($"{card.Id} version {card.Version} looks at other features or horizons than the program does now.", "Train it again.");
        }

        var isJudged = reference.Stretches >= FewestStretches && panel.Closes.Count >= PanelReference.StretchDays;
        var indices = isJudged ? reference.Indices(panel) : [.. Enumerable.Repeat(double.NaN, reference.Features)];
        FeatureDrift[] features = [.. indices.Select((index, f) => new FeatureDrift(
            model.FeatureNames[f], index, reference.Largest[f], index >= PopulationStability.Much && index > Margin * reference.Largest[f]))];
        ScoreDrift[] scores = [.. Enumerable.Range(0, model.Horizons.Count).Select(h => Score(model, card, panel, reference.Drift[h], h))];
        var mean = indices.Average();
        return new DriftReport(panel.Closes[^1], features, mean, reference.LargestMean, reference.Stretches, scores, Reason(features, mean, reference, scores));
    }

    private static string? Reason(FeatureDrift[] features, double mean, PanelReference reference, ScoreDrift[] scores)
    {
        var words = new List<string>();
        var moved = features.Where(feature => feature.HasMoved).OrderByDescending(feature => feature.Index).ToArray();
        if (moved.Length > 0)
        {
            var first = string.Join(", ", moved.Take(Named).Select(one => $"{one.Feature} {one.Index:F2}, never above {one.Largest:F2} before"));
            words.Add($"{moved.Length} of {features.Length} features moved ({first})");
        }

        if (mean >= PopulationStability.Some && mean > Margin * reference.LargestMean)
        {
            words.Add($"features moved by {mean:F2} on average, never above {reference.LargestMean:F2} before");
        }

        words.AddRange(scores.Where(score => score.HasDecayed).Select(score =>
            $"over {score.Horizon} bars its skill fell to {score.Skill.Estimate:P2} on the last {score.Days} days; its card says {score.Card.Estimate:P2}"));
        return words.Count == 0 ? null : string.Join("; ", words);
    }

    private static ScoreDrift Score(PooledModel model, ModelCard card, TrainingPanel panel, double drift, int h)
    {
        var unknown = new IntervalEstimate(double.NaN, double.NaN, double.NaN);
        var horizon = panel.Horizons[h];
        var metric = card.Model.Metrics.FirstOrDefault(one => one.Name == ModelTraining.SkillMetric && one.Horizon == horizon);
        var said = metric is null ? unknown : new IntervalEstimate(metric.Value, metric.Lower, metric.Upper);
        var (loss, reference, days) = (new List<double>(), new List<double>(), new List<int>());
        var means = new double[panel.Horizons.Count];
        for (var row = panel.Rows.Count - 1; row >= 0 && panel.Rows[row].Close > model.TrainedThrough; row--)
        {
            if (panel.Rows[row].Known == DateTimeOffset.MaxValue)
            {
                continue;
            }

            if (days.Count > 0 && days[0] - panel.Days[row] >= MostDays)
            {
                break;
            }

            model.Forecast(panel.FeaturesOf(row), panel.Rows[row].Regime, means);
            var outcome = panel.TargetOf(row, h);
            loss.Add(Math.Pow(outcome - means[h], 2));
            reference.Add(Math.Pow(outcome - drift, 2));
            days.Add(panel.Days[row]);
        }

        var distinct = days.Distinct().Count();
        if (distinct < FewestDays)
        {
            return new ScoreDrift(horizon, days.Count, distinct, unknown, said, HasDecayed: false);
        }

        loss.Reverse();
        reference.Reverse();
        days.Reverse();
        var skill = SkillScore.Of(loss.ToArray(), reference.ToArray(), days.ToArray(), 0.95, Bootstrap);
        return new ScoreDrift(horizon, days.Count, distinct, skill, said, skill.Upper < said.Lower);
    }
}
