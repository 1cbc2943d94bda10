namespace AraWeb.Engine.Models.Trees;

/// <summary>A sum of trees over a base value: what boosting and forests come to once they have learned. A forest's leaves are divided by its size.</summary>
/// <param name="FeatureCount">F, the columns that rows must have.</param>
/// <param name="Base">What a row gets before any tree.</param>
/// <param name="Trees">The trees, in the order in which they were grown.</param>
public sealed record TreeEnsemble(int FeatureCount, double Base, IReadOnlyList<DecisionTree> Trees)
{
    /// <summary>The sum for one row, in the units of the target (log odds for the logistic objective).</summary>
    /// <param name="row">[F] values; NaN means unknown.</param>
    public double Predict(ReadOnlySpan<double> row)
    {
        var sum = Base;
        foreach (var tree in Trees)
        {
            sum += tree.Value[tree.LeafOf(row)];
        }

        return sum;
    }
}
