using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>Grows the questions of one tree from derivatives. What leaves are worth is decided after.</summary>
internal interface ITreeGrower
{
    /// <summary>Grows a tree.</summary>
    /// <param name="pairs">[N] derivatives of all rows.</param>
    /// <param name="rows">Ascending rows that take part.</param>
    /// <param name="features">Ascending features that may be asked for.</param>
    /// <param name="cancellationToken">Looked at before each group of columns.</param>
    GrownTree Grow(ReadOnlySpan<Vector128<double>> pairs, ReadOnlySpan<int> rows, ReadOnlySpan<int> features, CancellationToken cancellationToken);
}
