using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Volatility;

/// <summary>
/// GARCH(1,1) with Student-t innovations on close-to-close returns, refitted on a rolling window from where the last fit ended. Variance returns to
/// its long run
/// geometrically, so every horizon has a closed form. While returns hardly vary it gives NaN.
/// </summary>
public sealed class GarchT : IVolatilityModel
{
    /// <summary>Bars before the first fit: fewer leave the persistence open.</summary>
    private const int FirstFit = 250;

    /// <summary>Bars between two fits: a quarter of daily bars.</summary>
    private const int Refit = 63;

    /// <summary>Returns that a fit sees.</summary>
    private const int Window = 1260;

    private const int FirstIterations = 60;
    private const int RefitIterations = 4;

    private readonly List<double> _returns = [];
    private GarchFit? _fit;
    private double _next;
    private int _sinceFit;

    /// <inheritdoc/>
    public string Id => "garch_t";

    /// <inheritdoc/>
    public bool IsReady => _fit is { Status: not GarchStatus.NoVariation };

    /// <summary>The newest fit; null before the first.</summary>
    public GarchFit? Fit => _fit;

    /// <inheritdoc/>
    public void Add(in VarianceObservation observation)
    {
        _returns.Add(observation.LogReturn);
        if (IsReady)
        {
            var parameters = _fit!.Parameters;
            _next = parameters.Omega + (parameters.Alpha * observation.LogReturn * observation.LogReturn) + (parameters.Beta * _next);
        }

        if (++_sinceFit >= Refit && _returns.Count >= FirstFit)
        {
            _sinceFit = 0;
            Renew();
        }
    }

    /// <inheritdoc/>
    public void Forecast(Span<double> variances)
    {
        if (!IsReady)
        {
            variances.Fill(double.NaN);
            return;
        }

        var parameters = _fit!.Parameters;
        var longRun = parameters.LongRunVariance;
        var excess = _next - longRun;
        var sum = 0.0;
        for (var h = 1; h <= variances.Length; h++)
        {
            sum += longRun + excess;
            excess *= parameters.Persistence;
            variances[h - 1] = sum / h;
        }
    }

    private void Renew()
    {
        var window = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_returns);
        window = window[Math.Max(0, window.Length - Window)..];
        var fit = IsReady
            ? GarchEstimator.Fit(window, _fit!.Parameters, RefitIterations)
            : GarchEstimator.Fit(
                window, GarchEstimator.Start(SpanMath.SumOfSquares(window, 0) / window.Length), FirstIterations);
        if (fit.Status != GarchStatus.NoVariation || _fit is null)
        {
            _fit = fit;
            _next = fit.NextVariance;
        }
    }
}
