using System.Text.Json;
using AraWeb.Engine.Core;

namespace AraWeb.Engine.Models.Baselines;

/// <summary>
/// The drift baseline: the symbol's own mean standardised return, shrunk hard to zero. Learns from the nearest horizon; uses no features.
/// </summary>
public sealed class ShrunkMeanForecaster : IForecaster
{
    /// <inheritdoc/>
    public string Id => "shrunk_mean";

    /// <inheritdoc/>
    public IFittedForecaster Fit(TrainingSet data, int seed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        TargetGuard.ThrowIfNaN(data);
        var mean = new PosteriorMean();
        var targets = data.Targets.Span;
        var weights = data.Weights.Span;
        var nearest = data.Horizons[0];
        for (var i = 0; i < data.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            mean.Add(targets[i * data.Horizons.Count] / Math.Sqrt(nearest), weights[i]);
        }

        return new FittedShrunkMean(mean.Value, data.Horizons);
    }

    /// <inheritdoc/>
    public IFittedForecaster Load(Stream stream)
    {
        try
        {
            return JsonSerializer.Deserialize<FittedShrunkMean>(stream)
                ?? throw new ModelException("The model file is empty.", "Train the model again.");
        }
        catch (JsonException error)
        {
            throw new ModelException($"The file does not hold a {Id} model.", "Train the model again.", error);
        }
    }
}
