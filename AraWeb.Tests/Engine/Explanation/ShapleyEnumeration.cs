using System.Numerics;
using AraWeb.Engine.Models.Trees;

namespace AraWeb.Tests.Engine.Explanation;

/// <summary>
/// Shapley values by their definition: every coalition of features is tried. The value of a coalition is algorithm 1 of Lundberg, Erion and Lee (2018): at a
/// question about an absent feature both ways are taken, weighted by cover. Slow, and written without a look at the code under test.
/// </summary>
internal static class ShapleyEnumeration
{
    public static double[] Explain(TreeEnsemble ensemble, double[] row)
    {
        var count = row.Length;
        var worth = new double[1 << count];
        for (var coalition = 0; coalition < worth.Length; coalition++)
        {
            worth[coalition] = ensemble.Base + ensemble.Trees.Sum(tree => Expected(tree, 0, row, coalition));
        }

        var contributions = new double[count];
        for (var feature = 0; feature < count; feature++)
        {
            for (var coalition = 0; coalition < worth.Length; coalition++)
            {
                if ((coalition & (1 << feature)) == 0)
                {
                    var size = BitOperations.PopCount((uint)coalition);
                    var orders = Factorial(size) * Factorial(count - size - 1) / Factorial(count);
                    contributions[feature] += orders * (worth[coalition | (1 << feature)] - worth[coalition]);
                }
            }
        }

        return contributions;
    }

    private static double Expected(DecisionTree tree, int node, double[] row, int coalition)
    {
        var feature = tree.Feature[node];
        if (feature == DecisionTree.Leaf)
        {
            return tree.Value[node];
        }

        var (left, right) = (tree.Left[node], tree.Right[node]);
        if ((coalition & (1 << feature)) != 0)
        {
            var goesLeft = double.IsNaN(row[feature]) ? tree.MissingLeft[node] : row[feature] < tree.Threshold[node];
            return Expected(tree, goesLeft ? left : right, row, coalition);
        }

        var both = tree.Cover[left] + tree.Cover[right];
        return ((tree.Cover[left] * Expected(tree, left, row, coalition)) + (tree.Cover[right] * Expected(tree, right, row, coalition))) / both;
    }

    private static double Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);
}
