namespace AraWeb.Engine.Features.Kernels;

/// <summary>
/// A state that takes one row after the other. Implementations are mutable value types; their equality before the first step says that they compute the
/// same (a state with arrays never equals another).
/// </summary>
internal interface IRecurrence
{
    /// <summary>Results of a step.</summary>
    int Outputs => 1;

    /// <summary>Steps that give NaN for a result before its first value, counted from the first row whose inputs are all known.</summary>
    int LeadOf(int output);

    /// <summary>Back to the state before the first step.</summary>
    void Reset();

    /// <summary>Takes a row, none of whose values is NaN, and writes its results.</summary>
    /// <param name="inputs">[columns read] the row.</param>
    /// <param name="results">[<see cref="Outputs"/>] to be written, all of them.</param>
    void Step(ReadOnlySpan<double> inputs, Span<double> results);
}
