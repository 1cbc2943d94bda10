using System.Numerics.Tensors;
using AraWeb.Engine.Core;

namespace AraWeb.Engine.Models;

/// <summary>Refuses training data whose targets are not numbers.</summary>
internal static class TargetGuard
{
    private const int RowsNamed = 5;

    /// <exception cref="ModelException">Names the first rows with NaN targets and how many there are.</exception>
    public static void ThrowIfNaN(TrainingSet data)
    {
        var targets = data.Targets.Span;

        // A NaN anywhere makes the sum NaN. So does infinity minus infinity, which the loop below tells apart.
        if (!double.IsNaN(TensorPrimitives.Sum(targets)))
        {
            return;
        }

        var width = data.Horizons.Count;
        var named = new List<int>();
        var count = 0;
        for (var row = 0; row < data.Count; row++)
        {
            if (!HasNaN(targets.Slice(row * width, width)))
            {
                continue;
            }

            count++;
            if (named.Count < RowsNamed)
            {
                named.Add(row);
            }
        }

        if (count > 0)
        {
            throw new ModelException(
                $"{count} of {data.Count} targets are NaN, first in rows {string.Join(", ", named)}.",
                "Drop the rows whose outcome is not known before training.");
        }
    }

    private static bool HasNaN(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (double.IsNaN(value))
            {
                return true;
            }
        }

        return false;
    }
}
