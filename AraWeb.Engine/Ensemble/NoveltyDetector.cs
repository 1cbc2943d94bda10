using AraWeb.Engine.Models.Trees.Forests;

namespace AraWeb.Engine.Ensemble;

/// <summary>
/// Tells rows that are unlike all training rows. An isolation forest scores them; the threshold is the score that one training row in a hundred exceeds under
/// a forest that has not seen its stretch of time. It does not vote. Rows that are strange in few features out of many, and rows with unknown values, are seen
/// less well: the forest asks about few features of each row.
/// </summary>
/// <param name="forest">What is usual.</param>
/// <param name="threshold">Scores above it are strange.</param>
public sealed class NoveltyDetector(IsolationForest forest, double threshold)
{
    /// <summary>Share of usual rows that stay below the threshold.</summary>
    private const double UsualShare = 0.99;

    /// <summary>Stretches of time that are scored by a forest of the others.</summary>
    private const int Stretches = 5;

    /// <summary>Rows that are looked at; a forest of 100 trees sees 25,600 at most.</summary>
    private const int MostRows = 20_000;

    private const int LeastRows = 100;

    /// <summary>What is usual.</summary>
    public IsolationForest Forest => forest;

    /// <summary>Scores above it are strange.</summary>
    public double Threshold => threshold;

    /// <summary>Scores a row.</summary>
    /// <param name="features">[F] values; NaN means unknown.</param>
    public RowNovelty Of(ReadOnlySpan<double> features) => new(forest.Score(features), threshold);

    /// <summary>Learns what is usual.</summary>
    /// <param name="rows">[N * F] row by row, in time; NaN means unknown.</param>
    /// <param name="width">F.</param>
    /// <param name="seed">Fixes all draws.</param>
    /// <param name="cancellationToken">Looked at before each tree.</param>
    /// <returns>Null where there are too few rows for a threshold.</returns>
    /// <exception cref="Core.ModelException">A value is infinite.</exception>
    public static NoveltyDetector? Fit(ReadOnlySpan<double> rows, int width, int seed, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (rows.Length / width < LeastRows)
        {
            return null;
        }

        var drawn = RowSample.Draw(rows, width, MostRows, seed);
        var count = drawn.Length / width;
        var scores = new double[count];
        var others = new double[drawn.Length];
        for (var stretch = 0; stretch < Stretches; stretch++)
        {
            var (first, end) = (stretch * count / Stretches, (stretch + 1) * count / Stretches);
            drawn.AsSpan(0, first * width).CopyTo(others);
            drawn.AsSpan(end * width).CopyTo(others.AsSpan(first * width));
            var elsewhere = IsolationForest.Fit(
                others.AsSpan(0, (count - end + first) * width), width, new IsolationSettings(), seed + stretch, cancellationToken);
            for (var row = first; row < end; row++)
            {
                scores[row] = elsewhere.Score(drawn.AsSpan(row * width, width));
            }
        }

        Array.Sort(scores);
        var threshold = scores[(int)Math.Ceiling(UsualShare * count) - 1];
        return new NoveltyDetector(IsolationForest.Fit(drawn, width, new IsolationSettings(), seed, cancellationToken), threshold);
    }
}
