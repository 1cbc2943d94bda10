namespace AraWeb.Engine.Models.Trees.Imports;

/// <summary>A model of another program, read from its file.</summary>
/// <param name="Ensemble">The trees; their sum is what explanations split.</param>
/// <param name="Link">How the sum becomes the prediction.</param>
/// <param name="Objective">What the model was trained for, as its file calls it.</param>
/// <param name="InSingle">
/// Whether the other program adds up in float32, one tree after the other: over hundreds of trees that shows in the sixth digit.
/// </param>
/// <param name="FeatureNames">[F] names of the columns; empty where the file names none.</param>
public sealed record ImportedTrees(
    TreeEnsemble Ensemble, OutputLink Link, string Objective, bool InSingle, IReadOnlyList<string> FeatureNames)
{
    /// <summary>The prediction of one row, as the other program gives it.</summary>
    /// <param name="row">
    /// [F] values; NaN means unknown. XGBoost reads them as float32: a value that is not one may fall on the other side of a threshold.
    /// </param>
    public double Predict(ReadOnlySpan<double> row)
    {
        var sum = Sum(row);
        return Link switch
        {
            OutputLink.Logistic => 1 / (1 + Math.Exp(-sum)),
            OutputLink.Exponential => Math.Exp(sum),
            _ => sum,
        };
    }

    /// <summary>What stands before the link, rounded as the other program rounds it.</summary>
    /// <param name="row">[F] values; NaN means unknown.</param>
    public double Sum(ReadOnlySpan<double> row)
    {
        if (!InSingle)
        {
            return Ensemble.Predict(row);
        }

        var sum = (float)Ensemble.Base;
        foreach (var tree in Ensemble.Trees)
        {
            sum += (float)tree.Value[tree.LeafOf(row)];
        }

        return sum;
    }
}
