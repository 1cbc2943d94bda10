using AraWeb.Engine.Explanation;
using AraWeb.Engine.Models;
using AraWeb.Engine.Models.Trees;
using AraWeb.Engine.Models.Trees.Forests;

namespace AraWeb.Engine.Studies.Benchmarks;

/// <summary>How long forests take to learn, and how long it takes to explain a forecast of trees: parts of <see cref="TreesBenchmark"/>.</summary>
internal static class ForestTimes
{
    /// <summary>Trees of the forests timed.</summary>
    public const int Trees = 100;

    /// <summary>Depth of the forests timed.</summary>
    public const int Depth = 10;

    /// <summary>Times the learning of a forest with the square root of the features a question and leaves of a row.</summary>
    /// <param name="kind">Which forest.</param>
    /// <param name="features">[N * F] row by row.</param>
    /// <param name="targets">[N].</param>
    /// <param name="weights">[N].</param>
    /// <param name="seed">Fixes the forest.</param>
    /// <param name="runs">Runs that count, after one that does not.</param>
    /// <param name="cancellationToken">Looked at while it learns.</param>
    public static Task<Sample> LearnAsync(
        ForestKind kind, double[] features, double[] targets, double[] weights, int seed, int runs, CancellationToken cancellationToken)
    {
        var names = Enumerable.Range(0, features.Length / targets.Length).Select(i => $"f{i}");
        var data = new TrainingSet([.. names], [1], features, targets, weights);
        var settings = new ForestSettings
        {
            Kind = kind,
            Trees = Trees,
            MaxDepth = Depth,
            MinLeaf = 1,
            Features = FeatureDraw.SquareRoot,
            Bootstrap = kind == ForestKind.RandomForest,
        };
        return Sample.MeasureAsync(
            1,
            runs,
            _ =>
            {
                ForestTrainer.Fit(data, settings, seed, cancellationToken);
                return Task.CompletedTask;
            },
            cancellationToken);
    }

    /// <summary>Times explanations, one row after the other on one thread.</summary>
    /// <param name="ensemble">The trees.</param>
    /// <param name="features">[N * F] row by row.</param>
    /// <param name="rows">Rows explained in a run, at most N.</param>
    /// <param name="runs">Runs that count, after as many that do not.</param>
    /// <param name="cancellationToken">Looked at before each run.</param>
    /// <returns>Milliseconds for all rows of a run.</returns>
    public static Task<Sample> ExplainAsync(TreeEnsemble ensemble, double[] features, int rows, int runs, CancellationToken cancellationToken)
    {
        var shap = new TreeShap(ensemble);
        var width = ensemble.FeatureCount;
        var contributions = new double[width];
        return Sample.MeasureAsync(
            runs,
            runs,
            _ =>
            {
                for (var row = 0; row < rows; row++)
                {
                    shap.Explain(features.AsSpan(row * width, width), contributions);
                }

                return Task.CompletedTask;
            },
            cancellationToken);
    }
}
