using AraWeb.Engine.Models;
using AraWeb.Engine.Models.Trees.Forests;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Models.Trees.Forests;

/// <summary>Data that any language can make again (<see cref="CongruentialStream"/>), and settings for it.</summary>
internal static class ForestSamples
{
    /// <summary>One tree on all rows and all features: what scikit-learn calls a DecisionTreeRegressor.</summary>
    public static readonly ForestSettings PlainTree = new()
    {
        Kind = ForestKind.RandomForest, Trees = 1, MaxDepth = 3, MinLeaf = 5, Features = FeatureDraw.All, Bootstrap = false, Threads = 1,
    };

    /// <summary>60 rows of 3 features, two targets, weights.</summary>
    public static TrainingSet Small()
    {
        var x = CongruentialStream.Take(180, 1);
        var (a, b) = (CongruentialStream.Take(60, 2), CongruentialStream.Take(60, 3));
        var y = new double[120];
        for (var row = 0; row < 60; row++)
        {
            y[2 * row] = Math.Sin(6 * x[3 * row]) + x[(3 * row) + 1] + (0.3 * a[row]);
            y[(2 * row) + 1] = (x[(3 * row) + 2] * x[3 * row]) + (0.2 * b[row]);
        }

        return new TrainingSet(Names(3), [1, 5], x, y, CongruentialStream.Take(60, 4));
    }

    /// <summary>Friedman's first function of five of eight features with a little noise, 1500 rows, equal weights.</summary>
    public static TrainingSet Friedman()
    {
        var (x, noise) = (CongruentialStream.Take(12000, 6), CongruentialStream.Take(1500, 7));
        var y = new double[1500];
        for (var row = 0; row < y.Length; row++)
        {
            var at = x.AsSpan(row * 8, 8);
            y[row] = (10 * Math.Sin(Math.PI * at[0] * at[1])) + (20 * (at[2] - 0.5) * (at[2] - 0.5)) + (10 * at[3]) + (5 * at[4]) + (2 * (noise[row] - 0.5));
        }

        return new TrainingSet(Names(8), [1], x, y, Enumerable.Repeat(1.0, 1500).ToArray());
    }

    /// <summary>The first rows of a set.</summary>
    public static TrainingSet Head(TrainingSet data, int rows) => data with
    {
        Features = data.Features[..(rows * data.FeatureNames.Count)],
        Targets = data.Targets[..(rows * data.Horizons.Count)],
        Weights = data.Weights[..rows],
    };

    /// <summary>One target alone.</summary>
    public static TrainingSet One(TrainingSet data, int horizon) => data with
    {
        Horizons = [data.Horizons[horizon]],
        Targets = data.Targets.ToArray().Where((_, i) => i % data.Horizons.Count == horizon).ToArray(),
    };

    /// <summary>The means for a row.</summary>
    public static double[] Means(Forest forest, ReadOnlySpan<double> row)
    {
        var (means, rises) = (new double[forest.Outputs], new double[forest.Outputs]);
        forest.Predict(row, means, rises, new double[forest.Outputs]);
        return means;
    }

    private static string[] Names(int count) => [.. Enumerable.Range(0, count).Select(i => $"f{i}")];
}
