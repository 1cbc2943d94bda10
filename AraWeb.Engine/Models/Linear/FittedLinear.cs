using AraWeb.Engine.Core;
using MathNet.Numerics.Distributions;

namespace AraWeb.Engine.Models.Linear;

/// <summary>
/// A linear model that has learned: for each horizon a centre and what each feature adds per unit of distance from its mean. A feature that is NaN counts as
/// its mean and adds nothing. The probability of a rise is that of a normal with the deviation of the residuals; the spread is ridge's alone.
/// </summary>
public sealed class FittedLinear : IFittedForecaster
{
    private const int StackLimit = 256;

    private readonly double[] _means;
    private readonly double[] _scales;
    private readonly double[][] _slopes;
    private readonly RidgePosterior? _posterior;

    internal FittedLinear(
        string id,
        IReadOnlyList<string> featureNames,
        double[] means,
        double[] scales,
        double[] missingShares,
        IReadOnlyList<LinearFit> fits,
        RidgePosterior? posterior)
    {
        (Id, FeatureNames, _means, _scales, MissingShares, Fits, _posterior) = (id, [.. featureNames], means, scales, missingShares, fits, posterior);
        _slopes = [.. fits.Select(fit => fit.Coefficients.ToArray())];
    }

    /// <inheritdoc/>
    public string Id { get; }

    /// <summary>[F] names of the features.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>[F] means of the training rows; what an unknown value is filled with.</summary>
    public IReadOnlyList<double> FeatureMeans => _means;

    /// <summary>[F] standard deviations of the training rows; 0 for a column that did not vary.</summary>
    public IReadOnlyList<double> FeatureDeviations => _scales;

    /// <summary>[F] share of the training rows in which the feature was unknown and filled with its mean.</summary>
    public IReadOnlyList<double> MissingShares { get; }

    /// <summary>[H] what was learned for each horizon.</summary>
    public IReadOnlyList<LinearFit> Fits { get; }

    /// <summary>True where <see cref="MeanInterval"/> has an answer: ridge.</summary>
    public bool HasIntervals => _posterior is not null;

    internal RidgePosterior? Posterior => _posterior;

    /// <summary>The forecast where every feature is zero: centre less coefficients times means.</summary>
    /// <param name="horizonIndex">Place of the horizon in <see cref="Fits"/>.</param>
    public double Intercept(int horizonIndex)
    {
        var sum = Fits[horizonIndex].Centre;
        for (var j = 0; j < _means.Length; j++)
        {
            sum -= _slopes[horizonIndex][j] * _means[j];
        }

        return sum;
    }

    /// <inheritdoc/>
    public void Predict(ReadOnlySpan<double> features, Span<StandardizedForecast> forecasts)
    {
        CheckWidth(features);
        var distances = features.Length <= StackLimit ? stackalloc double[features.Length] : new double[features.Length];
        var working = _posterior is null ? [] : features.Length <= StackLimit ? stackalloc double[features.Length] : new double[features.Length];
        for (var j = 0; j < distances.Length; j++)
        {
            distances[j] = double.IsNaN(features[j]) ? 0 : features[j] - _means[j];
        }

        for (var h = 0; h < _slopes.Length; h++)
        {
            var (slopes, mean) = (_slopes[h], Fits[h].Centre);
            for (var j = 0; j < slopes.Length; j++)
            {
                mean += slopes[j] == 0 ? 0 : slopes[j] * distances[j];
            }

            var spread = _posterior?.DeviationOfMean(h, Fits[h], distances, working) ?? 0;
            forecasts[h] = new StandardizedForecast(mean, ProbabilityUp(mean, Fits[h].Deviation)) { Spread = spread };
        }
    }

    /// <summary>The interval in which the mean itself lies by the Gaussian view; the return scatters around it with the deviation of the residuals.</summary>
    /// <param name="features">[F] values; NaN means unknown.</param>
    /// <param name="horizonIndex">Place of the horizon in <see cref="Fits"/>.</param>
    /// <param name="level">Probability that it holds, between 0 and 1.</param>
    /// <exception cref="ModelException">The penalty's kind has no such theory (lasso, elastic net), or the row has another width.</exception>
    public (double Lower, double Upper) MeanInterval(ReadOnlySpan<double> features, int horizonIndex, double level)
    {
        if (!(level is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "A probability between 0 and 1.");
        }

        var posterior = _posterior ?? throw new ModelException($"There is no theory for intervals of the mean of {Id}.", "Ask a ridge model for them.");
        CheckWidth(features);
        var fit = Fits[horizonIndex];
        var distances = new double[features.Length];
        var mean = fit.Centre;
        for (var j = 0; j < distances.Length; j++)
        {
            distances[j] = double.IsNaN(features[j]) ? 0 : features[j] - _means[j];
            mean += _slopes[horizonIndex][j] * distances[j];
        }

        var half = Normal.InvCDF(0, 1, (1 + level) / 2) * posterior.DeviationOfMean(horizonIndex, fit, distances, new double[distances.Length]);
        return (mean - half, mean + half);
    }

    /// <inheritdoc/>
    public void Save(Stream stream) => LinearModelFile.Write(this, stream);

    private static double ProbabilityUp(double mean, double deviation) =>
        deviation > 0 ? Normal.CDF(0, 1, mean / deviation) : mean > 0 ? 1 : mean < 0 ? 0 : 0.5;

    private void CheckWidth(ReadOnlySpan<double> features)
    {
        if (features.Length != _means.Length)
        {
            throw new ModelException($"The model {Id} takes {_means.Length} features, but the row has {features.Length}.", "Give it the features it learned.");
        }
    }
}
