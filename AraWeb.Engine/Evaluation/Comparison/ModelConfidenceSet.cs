using AraWeb.Engine.Evaluation.Resampling;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Evaluation.Comparison;

/// <summary>
/// Hansen, Lunde and Nason (2011), "The model confidence set": which models cannot be told from the best? The worst is dropped again and again, by the largest
/// studentised distance of a mean loss from the mean of those still in (their T_max), with the stationary bootstrap.
/// </summary>
public static class ModelConfidenceSet
{
    /// <summary>Fewer rows than this tell nothing.</summary>
    private const int MinCount = 10;

    /// <summary>Orders the models and gives each its p-value.</summary>
    /// <param name="losses">[M][T] losses in time, one a day (<see cref="DayMeans"/>), the same rows for all.</param>
    /// <param name="settings">Block length in rows, replications, seed.</param>
    /// <returns>[M] the last one left first. p-values are NaN with fewer than 10 rows, and the order is that of the mean losses.</returns>
    /// <exception cref="ArgumentException">No models, lengths that differ, a loss that is not finite, or settings that cannot be used.</exception>
    public static IReadOnlyList<ConfidenceSetEntry> Of(IReadOnlyList<double[]> losses, BootstrapSettings settings)
    {
        ArgumentNullException.ThrowIfNull(losses);
        ArgumentNullException.ThrowIfNull(settings);
        settings.Validate(nameof(settings));
        Arguments.RequireColumns(losses, losses.Count > 0 ? losses[0].Length : 0, nameof(losses));
        double[] means = [.. losses.Select(column => SpanMath.Mean(column))];
        if (losses[0].Length < MinCount)
        {
            var order = Enumerable.Range(0, means.Length).OrderBy(model => means[model]);
            return [.. order.Select(model => new ConfidenceSetEntry(model, means[model], double.NaN))];
        }

        var errors = Errors(losses, means, settings);
        List<int> left = [.. Enumerable.Range(0, means.Length)];
        var dropped = new List<ConfidenceSetEntry>();
        var p = 0.0;
        while (left.Count > 1)
        {
            var (worst, next) = Worst(left, means, errors);
            p = Math.Max(p, next);
            dropped.Add(new ConfidenceSetEntry(worst, means[worst], p));
            left.Remove(worst);
        }

        dropped.Add(new ConfidenceSetEntry(left[0], means[left[0]], 1));
        dropped.Reverse();
        return dropped;
    }

    /// <summary>[replications][M] mean losses of samples less the means of the series; the samples are the same for all models and steps.</summary>
    private static double[][] Errors(IReadOnlyList<double[]> losses, double[] means, BootstrapSettings settings)
    {
        var n = losses[0].Length;
        var sums = new double[means.Length][];
        for (var model = 0; model < means.Length; model++)
        {
            var centred = new double[n];
            for (var i = 0; i < n; i++)
            {
                centred[i] = losses[model][i] - means[model];
            }

            sums[model] = BlockSampler.RunningSums(centred);
        }

        var sampler = new BlockSampler(n, settings);
        var errors = new double[settings.Replications][];
        for (var sample = 0; sample < errors.Length; sample++)
        {
            sampler.Draw();
            errors[sample] = new double[means.Length];
            for (var model = 0; model < means.Length; model++)
            {
                errors[sample][model] = sampler.Sum(sums[model]) / n;
            }
        }

        return errors;
    }

    /// <summary>The model farthest above the mean of those left, and how often chance puts one as far.</summary>
    private static (int Model, double P) Worst(List<int> left, double[] means, double[][] errors)
    {
        var distances = new double[left.Count];
        Distances(left, means, distances);
        var deviations = new double[left.Count];
        var drawn = new double[errors.Length][];
        for (var sample = 0; sample < errors.Length; sample++)
        {
            drawn[sample] = new double[left.Count];
            Distances(left, errors[sample], drawn[sample]);
            for (var k = 0; k < deviations.Length; k++)
            {
                deviations[k] += drawn[sample][k] * drawn[sample][k] / errors.Length;
            }
        }

        var worst = 0;
        var statistic = double.NegativeInfinity;
        for (var k = 0; k < deviations.Length; k++)
        {
            deviations[k] = Math.Sqrt(deviations[k]);
            var candidate = Studentised(distances[k], deviations[k]);
            if (candidate >= statistic)
            {
                (worst, statistic) = (k, candidate);
            }
        }

        var asLarge = 0;
        foreach (var sample in drawn)
        {
            var largest = double.NegativeInfinity;
            for (var k = 0; k < deviations.Length; k++)
            {
                largest = Math.Max(largest, Studentised(sample[k], deviations[k]));
            }

            asLarge += largest >= statistic ? 1 : 0;
        }

        return (left[worst], (double)asLarge / errors.Length);
    }

    /// <summary>Distances from the mean of those left, taken from the first of them, so that equal models are at exactly zero.</summary>
    private static void Distances(List<int> left, double[] values, double[] distances)
    {
        var mean = 0.0;
        for (var k = 0; k < distances.Length; k++)
        {
            distances[k] = values[left[k]] - values[left[0]];
            mean += distances[k] / distances.Length;
        }

        for (var k = 0; k < distances.Length; k++)
        {
            distances[k] -= mean;
        }
    }

    private static double Studentised(double distance, double deviation) =>
        deviation > 0 ? distance / deviation : distance == 0 ? 0 : double.CopySign(double.PositiveInfinity, distance);
}
