namespace AraWeb.Engine.Features.Kernels;

/// <summary>
/// Several functions of the newest values of two columns that share their work. Implementations are value types whose equality says that they compute the same.
/// </summary>
internal interface IPairWindows
{
    /// <summary>Number of results.</summary>
    int Outputs { get; }

    /// <summary>The results for full windows of one length, the oldest value first; none of the values is NaN.</summary>
    /// <param name="first">[length] the first column.</param>
    /// <param name="second">[length] the second column, or the first again.</param>
    /// <param name="results">[<see cref="Outputs"/>] to be written, all of them.</param>
    void Over(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Span<double> results);
}
