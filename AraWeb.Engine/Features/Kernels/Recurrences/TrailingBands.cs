namespace AraWeb.Engine.Features.Kernels.Recurrences;

/// <summary>
/// Two bands around a price that only tighten while the close stays between them; the one behind the trend is the stop, and a close beyond it turns the trend.
/// Inputs: middle, distance, close. Results: the stop, and 1 in a rising or -1 in a falling trend.
/// </summary>
internal record struct TrailingBands : IRecurrence
{
    private bool _isBegun;
    private bool _isRising;
    private double _upper;
    private double _lower;
    private double _close;

    public readonly int Outputs => 2;

    public readonly int LeadOf(int output) => 0;

    public void Reset() => _isBegun = false;

    public void Step(ReadOnlySpan<double> inputs, Span<double> results)
    {
        var (middle, distance, close) = (inputs[0], inputs[1], inputs[2]);
        var (upper, lower) = (middle + distance, middle - distance);
        if (!_isBegun)
        {
            (_isBegun, _isRising, _upper, _lower, _close) = (true, close >= middle, upper, lower, close);
        }

        _upper = upper < _upper || _close > _upper ? upper : _upper;
        _lower = lower > _lower || _close < _lower ? lower : _lower;
        _isRising = close > (_isRising ? _lower : _upper);
        _close = close;
        (results[0], results[1]) = (_isRising ? _lower : _upper, _isRising ? 1 : -1);
    }
}
