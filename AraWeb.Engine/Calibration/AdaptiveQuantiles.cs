using System.Collections.Concurrent;
using AraWeb.Engine.Core;
using AraWeb.Engine.Numerics;
using MathNet.Numerics.Distributions;

namespace AraWeb.Engine.Calibration;

/// <summary>
/// Quantiles of standardised residuals for one symbol and one horizon by adaptive conformal inference (Gibbs and Candes 2021, arXiv 2106.00170), one level
/// per quantile and regime: each is read from the empirical distribution of past residuals at a level that moves by rate * (target - hit) after
/// every outcome, the levels of the other regimes by a share of that, so what all regimes have in common is learned at once and the share below comes right
/// in each. Outcomes arrive a horizon later than their quantiles were issued; windows of a horizon overlap, so each outcome moves the level by its share of
/// new information, rate / horizon.
/// </summary>
public sealed class AdaptiveQuantiles
{
    private const int PriorDegrees = 5;

    /// <summary>
    /// Residuals that the median's shrinkage to zero is worth. A prior deviation of the drift of 0.02 a bar is worth 1 / 0.02^2 observations of
    /// a mean, and a median needs pi / 2 times as many as a mean to say as much. Drift and noise grow alike with the horizon, so it is the same for all.
    /// </summary>
    private const double MedianPriorSize = Math.PI / 2 / (0.02 * 0.02);

    /// <summary>Priors by size, the same for every symbol and horizon. Lifetime: the process; bound: the sizes that settings name, one in practice.</summary>
    private static readonly ConcurrentDictionary<int, double[]> Priors = new();

    private readonly double _rate;
    private readonly double _shared;
    private readonly SortedWindow _residuals;
    private readonly double[][] _levels;
    private readonly double[][] _pending;
    private readonly int[] _pendingGroups;
    private readonly int _horizon;
    private int _issued;
    private int _observed;

    /// <summary>Starts with the prior only.</summary>
    /// <param name="settings">Window, rate and prior.</param>
    /// <param name="horizon">Bars between issue and outcome.</param>
    /// <param name="groups">G, the regimes whose levels adapt apart from each other.</param>
    public AdaptiveQuantiles(ConformalSettings settings, int horizon, int groups)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        _rate = settings.Rate / horizon;
        _shared = settings.Shared;
        _horizon = horizon;
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        _levels = new double[groups][];
        for (var group = 0; group < groups; group++)
        {
            _levels[group] = Quantiles.Levels.ToArray();
        }

        _pending = new double[horizon][];
        _pendingGroups = new int[horizon];
        for (var i = 0; i < horizon; i++)
        {
            _pending[i] = new double[Quantiles.Levels.Length];
        }

        _residuals = new SortedWindow(settings.Window);
        foreach (var value in Priors.GetOrAdd(settings.PriorSize, Prior))
        {
            _residuals.Add(value);
        }
    }

    /// <summary>Issues the quantiles for the outcome a horizon later.</summary>
    /// <param name="group">The regime at issue, 0 to G - 1.</param>
    /// <param name="quantiles">[9] receives them in the order of <see cref="Quantiles.Levels"/>, ascending.</param>
    public void Issue(int group, Span<double> quantiles)
    {
        var levels = _levels[group];
        for (var i = 0; i < levels.Length; i++)
        {
            var value = _residuals.Quantile(levels[i]);
            if (i == Quantiles.MedianIndex)
            {
                value *= _residuals.Count / (_residuals.Count + MedianPriorSize);
            }

            quantiles[i] = i == 0 ? value : Math.Max(value, quantiles[i - 1]);
        }

        _pendingGroups[_issued % _horizon] = group;
        quantiles[..levels.Length].CopyTo(_pending[_issued++ % _horizon]);
    }

    /// <summary>Takes the standardised residual of the oldest forecast that is still open.</summary>
    /// <exception cref="InvalidOperationException">No forecast is open.</exception>
    public void Observe(double residual)
    {
        if (_observed == _issued)
        {
            throw new InvalidOperationException("An outcome came without a forecast.");
        }

        var levels = _levels[_pendingGroups[_observed % _horizon]];
        var issued = _pending[_observed++ % _horizon];
        var targets = Quantiles.Levels;
        for (var i = 0; i < levels.Length; i++)
        {
            // The median's level stays at one half: following the last outcomes would chase direction, and scored worse than a coin.
            if (i == Quantiles.MedianIndex)
            {
                continue;
            }

            var hit = residual <= issued[i] ? 1 : 0;
            var step = _rate * (targets[i] - hit);
            foreach (var group in _levels)
            {
                group[i] = Math.Clamp(group[i] + (group == levels ? step : _shared * step), 0, 1);
            }
        }

        _residuals.Add(residual);
    }

    /// <summary>Evenly spaced quantiles of a t distribution scaled to unit variance.</summary>
    private static double[] Prior(int size)
    {
        var scale = Math.Sqrt((PriorDegrees - 2.0) / PriorDegrees);
        var values = new double[size];
        for (var i = 1; i <= size; i++)
        {
            values[i - 1] = StudentT.InvCDF(0, scale, PriorDegrees, i / (size + 1.0));
        }

        return values;
    }
}
