using AraWeb.Engine.Numerics;
using MathNet.Numerics;

namespace AraWeb.Engine.Calibration;

/// <summary>
/// Student-t distribution of standardised residuals, learned outcome by outcome: one scale for each of a few degrees of freedom by recursive EM (Lange, Little
/// and Taylor 1989, with a forgetting factor), the degrees by discounted likelihood. Costs the same at every outcome. Leaves out skewness and location.
/// </summary>
public sealed class StudentResidual
{
    /// <summary>Weight of a log score one outcome later: about four years of daily bars.</summary>
    private const double Memory = 0.999;

    /// <summary>Weight of a new outcome in a scale, once the first <see cref="StartUp"/> have come.</summary>
    private const double Rate = 0.005;

    private const int StartUp = 50;

    /// <summary>Position in the grid of the degrees that are assumed before there are outcomes: five is the usual value for daily returns.</summary>
    private const int Usual = 2;

    private static readonly double[] Grid = [3, 4, 5, 7, 10, 20, 60];
    private static readonly double[] Constants = [.. Grid.Select(Constant)];

    private readonly double[] _squares = new double[Grid.Length];
    private readonly double[] _scores = new double[Grid.Length];
    private readonly double _horizon;
    private int _count;

    /// <summary>Starts with unit variance.</summary>
    /// <param name="horizon">Bars ahead: overlapping outcomes each count for their share.</param>
    public StudentResidual(int horizon)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        _horizon = horizon;
        for (var i = 0; i < Grid.Length; i++)
        {
            _squares[i] = (Grid[i] - 2) / Grid[i];
        }
    }

    /// <summary>Degrees of freedom that have done best.</summary>
    public double Degrees => Grid[Best];

    /// <summary>Scale in units of the forecast deviation: the residual divided by it is a standard t.</summary>
    public double Scale => Math.Sqrt(_squares[Best]);

    private int Best
    {
        get
        {
            var best = Usual;
            for (var i = 0; i < Grid.Length; i++)
            {
                best = _scores[i] > _scores[best] ? i : best;
            }

            return best;
        }
    }

    /// <summary>Log density, in nats, of a residual under given parameters.</summary>
    public static double LogDensity(double residual, double degrees, double scale)
    {
        var z = residual / scale;
        return Constant(degrees) - Math.Log(scale) - (0.5 * (degrees + 1) * Math.Log(1 + (z * z / degrees)));
    }

    /// <summary>Takes an outcome: the return less its forecast mean, in forecast deviations.</summary>
    public void Observe(double residual)
    {
        var square = residual * residual;
        var rate = Math.Max(Rate, 1.0 / (StartUp + ++_count)) / _horizon;
        var memory = 1 - ((1 - Memory) / _horizon);
        Span<double> logs = stackalloc double[2 * Grid.Length];
        for (var i = 0; i < Grid.Length; i++)
        {
            logs[i] = _squares[i];
            logs[Grid.Length + i] = 1 + (square / (Grid[i] * _squares[i]));
        }

        Span<double> ratios = stackalloc double[Grid.Length];
        logs[Grid.Length..].CopyTo(ratios);
        VectorMath.Log(logs, logs);
        for (var i = 0; i < Grid.Length; i++)
        {
            var degrees = Grid[i];
            var score = Constants[i] - (0.5 * logs[i]) - (0.5 * (degrees + 1) * logs[Grid.Length + i]);
            _scores[i] = (memory * _scores[i]) + (score / _horizon);
            var weighted = (degrees + 1) / degrees / ratios[i] * square;
            _squares[i] += rate * (weighted - _squares[i]);
        }
    }

    private static double Constant(double degrees) =>
        SpecialFunctions.GammaLn(0.5 * (degrees + 1)) - SpecialFunctions.GammaLn(0.5 * degrees) - (0.5 * Math.Log(Math.PI * degrees));
}
