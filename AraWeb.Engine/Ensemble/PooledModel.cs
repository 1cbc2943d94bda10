using AraWeb.Engine.Core;
using AraWeb.Engine.Models;

namespace AraWeb.Engine.Ensemble;

/// <summary>
/// Members that have learned, with the weights at which their forecasts of the mean are pooled. Weights of zero mean that nothing the members said came true
/// often enough: the forecast is then no tilt. Immutable and safe to share between threads.
/// </summary>
public sealed class PooledModel
{
    /// <summary>Makes one.</summary>
    /// <exception cref="ArgumentException">Weights and members or horizons differ in number.</exception>
    public PooledModel(
        string featureSet, IReadOnlyList<string> featureNames, IReadOnlyList<int> horizons, IReadOnlyList<IFittedForecaster> members,
        IReadOnlyList<PoolWeights> weights, DateTimeOffset trainedThrough)
    {
        ArgumentNullException.ThrowIfNull(horizons);
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Count != horizons.Count || weights.Any(weight => weight.All.Count != members.Count))
        {
            throw new ArgumentException("Each horizon needs a weight for each member.", nameof(weights));
        }

        (FeatureSet, FeatureNames, Horizons, Members, Weights, TrainedThrough) = (featureSet, featureNames, horizons, members, weights, trainedThrough);
    }

    /// <summary>Version of the columns.</summary>
    public string FeatureSet { get; }

    /// <summary>[F] names of the columns.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>[H] bars ahead, ascending.</summary>
    public IReadOnlyList<int> Horizons { get; }

    /// <summary>[M] the members.</summary>
    public IReadOnlyList<IFittedForecaster> Members { get; }

    /// <summary>[H] their weights.</summary>
    public IReadOnlyList<PoolWeights> Weights { get; }

    /// <summary>When everything that was learned from was known: a forecast of an earlier moment would see ahead.</summary>
    public DateTimeOffset TrainedThrough { get; }

    /// <summary>What tells rows unlike all training rows; null where nothing was learned of that.</summary>
    public NoveltyDetector? Detector { get; init; }

    /// <summary>[4] in the order of <see cref="RegimeType"/>: how far ahead to look and what matters in each state; empty where it was not measured.</summary>
    public IReadOnlyList<RegimeGuide> Guides { get; init; } = [];

    /// <summary>
    /// [H] mean rank correlation of the features' importance between one yearly fit and the next, weighed as the pool weighs the members, -1 to 1; NaN where
    /// the pool says nothing or there were too few fits; empty where it was not measured.
    /// </summary>
    public IReadOnlyList<double> ImportanceConsistency { get; init; } = [];

    /// <summary>How far ahead to look and what matters in a state; null where that is not known.</summary>
    /// <param name="regime">The market's state; null while unknown.</param>
    public RegimeGuide? GuideIn(RegimeType? regime) => regime is { } state && Guides.Count > (int)state ? Guides[(int)state] : null;

    /// <summary>How unlike all training rows a row is; null where nothing was learned of that.</summary>
    /// <param name="features">[F] values; NaN means unknown.</param>
    /// <exception cref="ModelException">The row has another number of columns.</exception>
    public RowNovelty? Novelty(ReadOnlySpan<double> features) => Detector?.Of(features);

    /// <summary>Forecasts one row.</summary>
    /// <param name="features">[F] values; NaN means unknown.</param>
    /// <param name="regime">The market's state; null while unknown.</param>
    /// <param name="means">[H] receives the expected log returns in units of the forecast standard deviation.</param>
    public void Forecast(ReadOnlySpan<double> features, RegimeType? regime, Span<double> means)
    {
        if (features.Length != FeatureNames.Count)
        {
            throw new ArgumentException($"{features.Length} features given; the model learned from {FeatureNames.Count}.", nameof(features));
        }

        var (members, horizons) = (Members.Count, Horizons.Count);
        Span<StandardizedForecast> said = stackalloc StandardizedForecast[horizons];
        Span<StandardizedForecast> columns = stackalloc StandardizedForecast[horizons * members];
        for (var m = 0; m < members; m++)
        {
            Members[m].Predict(features, said);
            for (var h = 0; h < horizons; h++)
            {
                columns[(h * members) + m] = said[h];
            }
        }

        for (var h = 0; h < horizons; h++)
        {
            means[h] = Weights[h].Pool(columns.Slice(h * members, members), regime);
        }
    }
}
