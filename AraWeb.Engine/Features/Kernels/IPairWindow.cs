namespace AraWeb.Engine.Features.Kernels;

/// <summary>A function of the newest values of two columns. Implementations are value types whose equality says that they compute the same.</summary>
internal interface IPairWindow
{
    /// <summary>The result for full windows of one length, the oldest value first; none of the values is NaN.</summary>
    double Over(ReadOnlySpan<double> first, ReadOnlySpan<double> second);
}
