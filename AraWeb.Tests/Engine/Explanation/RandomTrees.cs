using AraWeb.Engine.Models.Trees;

namespace AraWeb.Tests.Engine.Explanation;

/// <summary>Trees with random questions, so that paths repeat features and lead nowhere.</summary>
internal static class RandomTrees
{
    public static TreeEnsemble Make(int seed, int trees, int features, int depth)
    {
        var random = new Random(seed);
        return new TreeEnsemble(features, random.NextDouble(), [.. Enumerable.Range(0, trees).Select(_ => Tree(random, features, depth))]);
    }

    public static double[] Row(Random random, int features) =>
        [.. Enumerable.Range(0, features).Select(_ => random.Next(6) == 0 ? double.NaN : random.NextDouble())];

    private static DecisionTree Tree(Random random, int features, int depth)
    {
        var inner = (1 << depth) - 1;
        var count = (2 * inner) + 1;
        var (feature, threshold, left, right) = (new int[count], new double[count], new int[count], new int[count]);
        var (missingLeft, value, cover) = (new bool[count], new double[count], new double[count]);
        for (var node = count - 1; node >= 0; node--)
        {
            if (node >= inner)
            {
                feature[node] = DecisionTree.Leaf;
                value[node] = random.NextDouble() - 0.5;
                cover[node] = 1 + random.Next(50);
                continue;
            }

            feature[node] = random.Next(features);
            threshold[node] = random.NextDouble();
            missingLeft[node] = random.Next(2) == 0;
            (left[node], right[node]) = ((2 * node) + 1, (2 * node) + 2);
            cover[node] = cover[left[node]] + cover[right[node]];
        }

        return new DecisionTree(feature, threshold, left, right, missingLeft, value, cover);
    }
}
