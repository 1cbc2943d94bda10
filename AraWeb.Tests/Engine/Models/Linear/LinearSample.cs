using AraWeb.Engine.Models;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Models.Linear;

/// <summary>Rows that linear models are tried on. The twelve rows are the ones of the script that computed the expected numbers.</summary>
internal static class LinearSample
{
    private static readonly double[] Features =
    [
        0.5, 10, -1.2, 1.5, 12, 0.3, -0.7, 9, 0.8, 2.2, 15, -0.4, 0.1, 11, 1.9, -1.3, 8, -0.6,
        0.9, 13, 0.2, -0.2, 7, -1.7, 1.1, 14, 1.1, -1.8, 10, 0.5, 0.3, 9.5, -0.9, 0.7, 12.5, 1.4,
    ];

    private static readonly double[] Targets = [0.3, 1.1, -0.2, 1.6, 0.9, -1.1, 0.8, -1.0, 1.5, -0.9, -0.1, 1.2];

    public static TrainingSet Plain { get; } = new(["a", "b", "c"], [1], Features, Targets, Enumerable.Repeat(1.0, 12).ToArray());

    public static TrainingSet Weighted { get; } = Plain with { Weights = new[] { 1, 1, 2, 1, 0.5, 1, 1, 3, 1, 1, 0.25, 1 } };

    /// <summary>The weighted rows with four unknown values.</summary>
    public static TrainingSet Gapped { get; } = Weighted with { Features = WithGaps() };

    /// <summary>Normal features and targets that follow the first two of them.</summary>
    public static TrainingSet Draw(int rows, int features, int seed, params int[] horizons)
    {
        var random = new Random(seed);
        double[] values = [.. Enumerable.Range(0, rows * features).Select(_ => SampleBars.Normal(random))];
        var targets = new double[rows * horizons.Length];
        for (var i = 0; i < targets.Length; i++)
        {
            var row = i / horizons.Length * features;
            targets[i] = (0.5 * values[row]) - (0.3 * values[row + 1]) + SampleBars.Normal(random);
        }

        return new TrainingSet(
            [.. Enumerable.Range(0, features).Select(j => $"f{j}")], horizons, values, targets, Enumerable.Repeat(1.0, rows).ToArray());
    }

    /// <summary>The same set with one column made from each row's values.</summary>
    public static TrainingSet WithColumn(TrainingSet data, int column, Func<double[], double> make)
    {
        var width = data.FeatureNames.Count;
        var values = data.Features.ToArray();
        for (var row = 0; row < data.Count; row++)
        {
            values[(row * width) + column] = make(values[(row * width)..((row + 1) * width)]);
        }

        return data with { Features = values };
    }

    private static double[] WithGaps()
    {
        var values = (double[])Features.Clone();
        values[(2 * 3) + 1] = values[(6 * 3) + 1] = values[(6 * 3) + 2] = values[9 * 3] = double.NaN;
        return values;
    }
}
