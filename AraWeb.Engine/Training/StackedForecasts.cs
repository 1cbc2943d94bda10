using AraWeb.Engine.Core;
using AraWeb.Engine.Ensemble;

namespace AraWeb.Engine.Training;

/// <summary>
/// Pools out-of-fold forecasts through time: before each fit the weights are learned anew from what the members had said of rows whose outcomes were known by
/// then, over all states and for each state of the market. Until there is evidence all weights are zero and the pooled forecast is no tilt.
/// </summary>
public sealed class StackedForecasts
{
    private readonly double[] _means;

    private StackedForecasts(TrainingPanel panel)
    {
        Panel = panel;
        _means = new double[panel.Rows.Count * panel.Horizons.Count];
        Array.Fill(_means, double.NaN);
    }

    /// <summary>The rows.</summary>
    public TrainingPanel Panel { get; }

    /// <summary>For each fit the first day of its use and [H][M] weights over all states.</summary>
    public IReadOnlyList<(int Day, double[][] Weights)> Weights { get; private set; } = [];

    /// <summary>Pooled mean of a row, in forecast deviations; NaN before the first fit.</summary>
    public double MeanOf(int row, int horizon) => _means[(row * Panel.Horizons.Count) + horizon];

    /// <summary>Pools.</summary>
    /// <param name="said">What the members said.</param>
    /// <param name="settings">Priors of the weights.</param>
    public static StackedForecasts Of(OutOfFold said, StackingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(said);
        ArgumentNullException.ThrowIfNull(settings);
        var panel = said.Panel;
        var result = new StackedForecasts(panel);
        var log = new List<(int, double[][])>();
        var perDay = RowsPerDay(panel);
        for (var fit = 0; fit < said.Fits.Count; fit++)
        {
            var day = said.Fits[fit].Day;
            var end = fit + 1 < said.Fits.Count ? said.Fits[fit + 1].Day : panel.Closes.Count;
            var weights = new double[panel.Horizons.Count][];
            for (var h = 0; h < weights.Length; h++)
            {
                weights[h] = result.Pool(said, h, day, end, perDay, settings);
            }

            log.Add((day, weights));
        }

        result.Weights = log;
        return result;
    }

    private static int[] RowsPerDay(TrainingPanel panel)
    {
        var counts = new int[panel.Closes.Count];
        foreach (var day in panel.Days)
        {
            counts[day]++;
        }

        return counts;
    }

    private double[] Pool(OutOfFold said, int h, int day, int end, int[] perDay, StackingSettings settings)
    {
        var count = said.Members.Count;
        var all = new StackingMoments(count);
        var byState = Enum.GetValues<RegimeType>().Select(_ => new StackingMoments(count)).ToArray();
        var row = new double[count];
        var dayMean = new double[Panel.Closes.Count];
        for (var i = 0; i < Panel.Rows.Count && Panel.Days[i] < day; i++)
        {
            if (Panel.Rows[i].Known > Panel.Closes[day] || !Read(said, i, h, row))
            {
                continue;
            }

            // Overlapping horizons share their news among as many days.
            var weight = 1.0 / (perDay[Panel.Days[i]] * Panel.Horizons[h]);
            all.Add(row, Panel.TargetOf(i, h), weight);
            dayMean[Panel.Days[i]] += Panel.TargetOf(i, h) / perDay[Panel.Days[i]];
            if (Panel.Rows[i].Regime is { } state)
            {
                byState[(int)state].Add(row, Panel.TargetOf(i, h), weight);
            }
        }

        var noise = all.Weight > 0 ? dayMean.Sum(value => value * value) / (all.Weight * Panel.Horizons[h]) : 1;
        var weights = Stacking.Weights(all, noise, settings);
        var stateWeights = byState.Select(moments => Stacking.RegimeWeights(moments, noise, weights, settings)).ToArray();
        for (var i = 0; i < Panel.Rows.Count; i++)
        {
            if (Panel.Days[i] >= day && Panel.Days[i] < end && Read(said, i, h, row))
            {
                var used = Panel.Rows[i].Regime is { } state ? stateWeights[(int)state] : weights;
                var mean = 0.0;
                for (var m = 0; m < count; m++)
                {
                    mean += double.IsNaN(row[m]) ? 0 : used[m] * row[m];
                }

                _means[(i * Panel.Horizons.Count) + h] = mean;
            }
        }

        return weights;
    }

    /// <summary>Reads what the members said; false where none said anything.</summary>
    private static bool Read(OutOfFold said, int row, int horizon, double[] means)
    {
        var any = false;
        var forecasts = said.Of(row, horizon);
        for (var m = 0; m < means.Length; m++)
        {
            means[m] = forecasts[m].Mean;
            any |= !double.IsNaN(means[m]);
        }

        return any;
    }
}
