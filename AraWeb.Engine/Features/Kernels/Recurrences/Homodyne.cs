namespace AraWeb.Engine.Features.Kernels.Recurrences;

/// <summary>
/// Length of the dominant cycle by Ehlers's homodyne discriminator, and the phase of the price in it. Both are 0 for the first six rows. Ehlers, Rocket
/// Science for Traders (2001).
/// </summary>
internal record struct Homodyne : IRecurrence
{
    /// <summary>Result that holds the smoothed length of the cycle in bars.</summary>
    public const int Period = 0;

    /// <summary>Result that holds the phase in degrees, from -90 to 90.</summary>
    public const int Phase = 1;

    /// <summary>First rows that only fill the filters.</summary>
    public const int Quiet = 6;

    private const double Shortest = 6;
    private const double Longest = 50;

    private int _count;
    private double _price1;
    private double _price2;
    private double _price3;
    private Taps _smooth;
    private Taps _detrended;
    private Taps _inPhase;
    private Taps _quadrature;
    private double _inPhase2;
    private double _quadrature2;
    private double _real;
    private double _imaginary;
    private double _cycle;
    private double _period;

    public readonly int Outputs => 2;

    public readonly int LeadOf(int output) => 0;

    public void Reset() => this = default;

    public void Step(ReadOnlySpan<double> inputs, Span<double> results)
    {
        var price = inputs[0];
        results.Clear();
        if (_count < Quiet)
        {
            _count++;
        }
        else
        {
            Advance(((4 * price) + (3 * _price1) + (2 * _price2) + _price3) / 10);
            var (inPhase, quadrature) = (_inPhase.X0, _quadrature.X0);
            results[Period] = _period;
            results[Phase] = inPhase == 0 ? 0 : Math.Atan(quadrature / inPhase) * (180 / Math.PI);
        }

        (_price3, _price2, _price1) = (_price2, _price1, price);
    }

    private void Advance(double smooth)
    {
        var gain = (0.075 * _cycle) + 0.54;
        _smooth.Push(smooth);
        _detrended.Push(_smooth.Hilbert * gain);
        _quadrature.Push(_detrended.Hilbert * gain);
        _inPhase.Push(_detrended.X3);

        // The phase is turned a quarter forward and averaged.
        var inPhase = (0.2 * (_inPhase.X0 - (_quadrature.Hilbert * gain))) + (0.8 * _inPhase2);
        var quadrature = (0.2 * (_quadrature.X0 + (_inPhase.Hilbert * gain))) + (0.8 * _quadrature2);
        _real = (0.2 * ((inPhase * _inPhase2) + (quadrature * _quadrature2))) + (0.8 * _real);
        _imaginary = (0.2 * ((inPhase * _quadrature2) - (quadrature * _inPhase2))) + (0.8 * _imaginary);
        (_inPhase2, _quadrature2) = (inPhase, quadrature);

        // Its turn since the bar before gives the length of the cycle, which may change by no more than about half a bar.
        var cycle = _real == 0 || _imaginary == 0 ? 0 : 2 * Math.PI / Math.Atan(_imaginary / _real);
        cycle = Math.Clamp(Math.Max(Math.Min(cycle, 1.5 * _cycle), 0.67 * _cycle), Shortest, Longest);
        _cycle = (0.2 * cycle) + (0.8 * _cycle);
        _period = (0.33 * _cycle) + (0.67 * _period);
    }

    /// <summary>The newest seven values of a line, and its Hilbert transform.</summary>
    private record struct Taps(double X0, double X1, double X2, double X3, double X4, double X5, double X6)
    {
        public readonly double Hilbert => (0.0962 * X0) + (0.5769 * X2) - (0.5769 * X4) - (0.0962 * X6);

        public void Push(double value) => (X6, X5, X4, X3, X2, X1, X0) = (X5, X4, X3, X2, X1, X0, value);
    }
}
