namespace AraWeb.Engine.Features.Kernels.Recurrences;

/// <summary>Sum of everything since the start.</summary>
internal record struct RunningTotal : IRecurrence
{
    private double _total;

    public readonly int LeadOf(int output) => 0;

    public void Reset() => _total = 0;

    public void Step(ReadOnlySpan<double> inputs, Span<double> results) => results[0] = _total += inputs[0];
}
