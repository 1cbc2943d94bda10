using AraWeb.Engine.Core;
using AraWeb.Engine.Models.Trees.Histograms;

namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>Features, targets and weights that boosting learns from.</summary>
/// <param name="Matrix">Features as bins.</param>
/// <param name="Targets">[N].</param>
/// <param name="Weights">[N] not negative.</param>
internal sealed record BoostingRows(BinnedMatrix Matrix, ReadOnlyMemory<double> Targets, ReadOnlyMemory<double> Weights)
{
    /// <summary>Refuses what cannot be learned from.</summary>
    /// <exception cref="ModelException">Names the first row that is wrong.</exception>
    public void Check()
    {
        if (Targets.Length != Matrix.Rows || Weights.Length != Matrix.Rows)
        {
            throw new ModelException(
                $"{Matrix.Rows} rows have {Targets.Length} targets and {Weights.Length} weights.", "Give one target and one weight for each row.");
        }

        var total = 0.0;
        for (var row = 0; row < Matrix.Rows; row++)
        {
            if (!double.IsFinite(Targets.Span[row]))
            {
                throw new ModelException($"The target in row {row} is {Targets.Span[row]}.", "Drop the rows whose outcome is not known before training.");
            }

            if (!(Weights.Span[row] >= 0 && double.IsFinite(Weights.Span[row])))
            {
                throw new ModelException($"The weight in row {row} is {Weights.Span[row]}.", "Give weights that are numbers and not negative.");
            }

            total += Weights.Span[row];
        }

        if (total <= 0)
        {
            throw new ModelException($"All {Matrix.Rows} weights are zero.", "Give weight to the rows to learn from.");
        }
    }
}
