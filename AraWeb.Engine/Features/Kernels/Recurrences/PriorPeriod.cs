namespace AraWeb.Engine.Features.Kernels.Recurrences;

/// <summary>
/// Open, high, low and close of the last whole period before the one of the row, and the open of the latter. Inputs: the four prices and the day number.
/// </summary>
/// <param name="Days">Days in a period; a boundary falls on each Monday for seven.</param>
internal record struct PriorPeriod(int Days) : IRecurrence
{
    // 1970-01-01, day 0, was a Thursday.
    private const int DaysSinceMonday = 3;

    private bool _isBegun;
    private bool _isWhole;
    private double _period;
    private Prices _running;
    private Prices _before;

    public readonly int Outputs => 5;

    public readonly int LeadOf(int output) => 1;

    public void Reset() => (_isBegun, _isWhole) = (false, false);

    public void Step(ReadOnlySpan<double> inputs, Span<double> results)
    {
        var bar = new Prices(inputs[0], inputs[1], inputs[2], inputs[3]);
        var period = Math.Floor((inputs[4] + DaysSinceMonday) / Days);
        if (!_isBegun)
        {
            (_isBegun, _period, _running) = (true, period, bar);
            results.Fill(double.NaN);
            return;
        }

        var isNew = period != _period;
        if (isNew || !_isWhole)
        {
            _before = _running;
        }

        _isWhole |= isNew;
        _running = isNew ? bar : new Prices(_running.Open, Math.Max(_running.High, bar.High), Math.Min(_running.Low, bar.Low), bar.Close);
        _period = period;
        (results[0], results[1], results[2], results[3], results[4]) = (_before.Open, _before.High, _before.Low, _before.Close, _running.Open);
    }

    private readonly record struct Prices(double Open, double High, double Low, double Close);
}
