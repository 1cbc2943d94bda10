namespace AraWeb.Engine.Features.Kernels;

/// <summary>A function of the newest values of a column. Implementations are value types whose equality says that they compute the same.</summary>
internal interface IWindow
{
    /// <summary>The result for a full window, the oldest value first; none of the values is NaN.</summary>
    double Over(ReadOnlySpan<double> window);
}
