using AraWeb.Engine.Core;
using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Evaluation;
using AraWeb.Engine.Explanation;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Training;

/// <summary>
/// Measures for each state of the market how far ahead forecasts made in it were worth something out of fold, and which features move the pooled mean there.
/// Two questions for each horizon: did the mean beat saying nothing, and did the forecast deviation tell the size of moves better than the instrument's usual
/// deviation so far?
/// </summary>
internal static class RegimeGuides
{
    /// <summary>Rows of a state that are taken apart.</summary>
    private const int SampleRows = 100;

    /// <summary>Outcomes of an instrument before its usual deviation counts: a year.</summary>
    private const int LeastOutcomes = 250;

    /// <summary>[4] in the order of <see cref="RegimeType"/>.</summary>
    /// <param name="pooled">What was said of every row, out of fold.</param>
    /// <param name="model">The model that learned from all rows.</param>
    /// <param name="seed">Chance, in the rows that are looked at.</param>
    /// <param name="cancellationToken">Checked at each state.</param>
    public static RegimeGuide[] Of(StackedForecasts pooled, PooledModel model, int seed, CancellationToken cancellationToken)
    {
        var panel = pooled.Panel;
        var explainer = model.Members.All(PooledExplainer.Knows) ? new PooledExplainer(model) : null;
        var usual = Enumerable.Range(0, panel.Horizons.Count).Select(h => UsualDeviations(panel, h)).ToArray();
        var guides = new RegimeGuide[Enum.GetValues<RegimeType>().Length];
        Parallel.For(0, guides.Length, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, s =>
        {
            var state = (RegimeType)s;
            int[] rows = [.. Enumerable.Range(0, panel.Rows.Count).Where(row => panel.Rows[row].Regime == state && !double.IsNaN(pooled.MeanOf(row, 0)))];
            HorizonEvidence[] evidence = [.. panel.Horizons.Select((_, h) => Evidence(pooled, rows, h, usual[h]))];
            guides[s] = new RegimeGuide(evidence, explainer is null ? [] : Importance(explainer, panel, rows, state, seed));
        });
        return guides;
    }

    private static double[][] Importance(PooledExplainer explainer, TrainingPanel panel, int[] rows, RegimeType state, int seed)
    {
        var width = panel.FeatureNames.Count;
        var drawn = RowSample.Positions(rows.Length, SampleRows, seed);
        var features = new double[drawn.Length * width];
        for (var i = 0; i < drawn.Length; i++)
        {
            panel.FeaturesOf(rows[drawn[i]]).CopyTo(features.AsSpan(i * width));
        }

        return [.. panel.Horizons.Select((_, h) => FeatureImportance.Shares(explainer, features, width, state, h))];
    }

    private static HorizonEvidence Evidence(StackedForecasts pooled, int[] rows, int h, double[] usual)
    {
        var panel = pooled.Panel;
        var (mean, nothing, meanDays) = (new List<double>(), new List<double>(), new List<int>());
        var (scale, rival, scaleDays) = (new List<double>(), new List<double>(), new List<int>());
        foreach (var row in rows)
        {
            var (said, outcome) = (pooled.MeanOf(row, h), panel.TargetOf(row, h));
            if (double.IsNaN(said) || double.IsNaN(outcome))
            {
                continue;
            }

            mean.Add((outcome - said) * (outcome - said));
            nothing.Add(outcome * outcome);
            meanDays.Add(panel.Days[row]);
            if (usual[row] > 0)
            {
                // In units of the usual deviation, so that the forecast under test does not decide how much its own row counts.
                var ratio = panel.DeviationOf(row, h) / usual[row];
                scale.Add(Scores.CrpsNormal(0, ratio, outcome * ratio));
                rival.Add(Scores.CrpsNormal(0, 1, outcome * ratio));
                scaleDays.Add(panel.Days[row]);
            }
        }

        var (meanSkill, meanP) = Compare(mean, nothing, meanDays, panel.Horizons[h]);
        var (scaleSkill, scaleP) = Compare(scale, rival, scaleDays, panel.Horizons[h]);
        return new HorizonEvidence(panel.Horizons[h], meanDays.Distinct().Count(), meanSkill, meanP, scaleSkill, scaleP);
    }

    private static (double Skill, double P) Compare(List<double> loss, List<double> rival, List<int> days, int horizon)
    {
        if (days.Count == 0)
        {
            return (double.NaN, double.NaN);
        }

        double[] daily = DayMeans.Of(loss.ToArray(), days.ToArray()), other = DayMeans.Of(rival.ToArray(), days.ToArray());
        return (1 - (loss.Sum() / rival.Sum()), daily.Length > LeastDays(horizon) ? DieboldMariano.BetterP(daily, other, horizon) : double.NaN);
    }

    /// <summary>Overlapping outcomes: fewer than thirty spans side by side are no evidence.</summary>
    private static int LeastDays(int horizon) => 30 * horizon;

    /// <summary>[N] root mean square of the instrument's returns over the horizon that were known at the row; NaN before there are enough.</summary>
    private static double[] UsualDeviations(TrainingPanel panel, int h)
    {
        var usual = new double[panel.Rows.Count];
        var open = panel.Symbols.Select(_ => new Queue<int>()).ToArray();
        var sums = new (double Squares, int Count)[panel.Symbols.Count];
        for (var row = 0; row < usual.Length; row++)
        {
            var symbol = panel.Rows[row].Symbol;
            while (open[symbol].TryPeek(out var earlier) && panel.Rows[earlier].Known <= panel.Rows[row].Close)
            {
                _ = open[symbol].Dequeue();
                var outcome = panel.TargetOf(earlier, h) * panel.DeviationOf(earlier, h);
                sums[symbol] = (sums[symbol].Squares + (outcome * outcome), sums[symbol].Count + 1);
            }

            open[symbol].Enqueue(row);
            usual[row] = sums[symbol].Count >= LeastOutcomes ? Math.Sqrt(sums[symbol].Squares / sums[symbol].Count) : double.NaN;
        }

        return usual;
    }
}
