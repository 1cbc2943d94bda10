namespace AraWeb.Engine.Features.Kernels.Recurrences;

/// <summary>Exponential average with a factor for each row. Inputs: value, value before, factor.</summary>
internal record struct Adaptive : IRecurrence
{
    private bool _isBegun;
    private double _average;

    public readonly int LeadOf(int output) => 0;

    public void Reset() => _isBegun = false;

    public void Step(ReadOnlySpan<double> inputs, Span<double> results)
    {
        _average = _isBegun ? _average : inputs[1];
        _isBegun = true;
        _average += inputs[2] * (inputs[0] - _average);
        results[0] = _average;
    }
}
