using AraWeb.Engine.Core;
using AraWeb.Engine.Models.Trees.Compiled;
using MathNet.Numerics.Distributions;

namespace AraWeb.Engine.Models.Trees;

/// <summary>
/// Learned trees, one ensemble for each horizon. The mean is the ensemble's sum; the target has unit deviation, so the probability of a rise is that of a
/// normal number with this mean.
/// </summary>
internal sealed class FittedTreeForecaster : IFittedForecaster
{
    private readonly CompiledTrees[] _compiled;

    /// <summary>Makes or restores a fitted model.</summary>
    /// <exception cref="ModelException">There is no horizon, or an ensemble cannot be used.</exception>
    public FittedTreeForecaster(string id, IReadOnlyList<int> horizons, IReadOnlyList<TreeEnsemble> ensembles)
    {
        ArgumentNullException.ThrowIfNull(horizons);
        ArgumentNullException.ThrowIfNull(ensembles);
        if (horizons.Count == 0 || horizons.Count != ensembles.Count || ensembles.Any(ensemble => ensemble.FeatureCount != ensembles[0].FeatureCount))
        {
            throw new ModelException($"A {id} model needs one ensemble over the same features for each horizon.", "Train the model again.");
        }

        (Id, Horizons, Ensembles) = (id, horizons, ensembles);
        try
        {
            _compiled = [.. ensembles.Select(CompiledTrees.From)];
        }
        catch (ArgumentException error)
        {
            throw new ModelException($"The trees of the {id} model cannot be used: {error.Message}", "Train the model again.", error);
        }
    }

    /// <inheritdoc/>
    public string Id { get; }

    /// <summary>[H] bars ahead.</summary>
    public IReadOnlyList<int> Horizons { get; }

    /// <summary>[H] what explanations and exports read.</summary>
    public IReadOnlyList<TreeEnsemble> Ensembles { get; }

    /// <inheritdoc/>
    public void Predict(ReadOnlySpan<double> features, Span<StandardizedForecast> forecasts)
    {
        if (features.Length != _compiled[0].FeatureCount)
        {
            throw new ModelException(
                $"The {Id} model learned from {_compiled[0].FeatureCount} features and was given {features.Length}.",
                "Compute the features that the model's card names.");
        }

        for (var i = 0; i < _compiled.Length; i++)
        {
            var mean = _compiled[i].Predict(features);
            forecasts[i] = new StandardizedForecast(mean, Normal.CDF(0, 1, mean));
        }
    }

    /// <inheritdoc/>
    public void Save(Stream stream) => TreeFile.Write(stream, Id, Horizons, Ensembles);
}
