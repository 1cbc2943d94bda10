using AraWeb.Engine.Models;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Models.Neural.Training;

/// <summary>One instrument whose outcome is 0.6 of the first column some bars ago and 0.8 of noise: knowing the rule gives a correlation of 0.6.</summary>
internal static class PlantedReturns
{
    public const int Features = 5;

    public static TrainingSet Draw(int rows, int seed, int lag)
    {
        var random = new Random(seed);
        double[] features = [.. Enumerable.Range(0, rows * Features).Select(_ => SampleBars.Normal(random))];
        double[] targets = [.. Enumerable.Range(0, rows).Select(row =>
            (0.6 * (row < lag ? 0 : features[(row - lag) * Features])) + (0.8 * SampleBars.Normal(random)))];
        return new TrainingSet(
            [.. Enumerable.Range(0, Features).Select(i => $"f{i}")], [1], features, targets, Enumerable.Repeat(1.0, rows).ToArray());
    }
}
