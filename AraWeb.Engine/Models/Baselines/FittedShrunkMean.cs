using System.Text.Json;
using AraWeb.Engine.Core;
using MathNet.Numerics.Distributions;

namespace AraWeb.Engine.Models.Baselines;

/// <summary>A learned <see cref="ShrunkMeanForecaster"/>: over h bars the mean grows with h and the deviation with its root.</summary>
internal sealed class FittedShrunkMean : IFittedForecaster
{
    /// <summary>Restores or makes a fitted model.</summary>
    /// <param name="meanPerBar">Posterior mean per bar in standard deviations of a bar.</param>
    /// <param name="horizons">[H] bars ahead.</param>
    public FittedShrunkMean(double meanPerBar, IReadOnlyList<int> horizons)
    {
        if (!double.IsFinite(meanPerBar) || horizons is null || horizons.Count == 0)
        {
            throw new ModelException("The drift is not finite, or no horizon is named.", "Train the model again.");
        }

        MeanPerBar = meanPerBar;
        Horizons = horizons;
    }

    /// <inheritdoc/>
    public string Id => "shrunk_mean";

    /// <summary>Posterior mean per bar in standard deviations of a bar.</summary>
    public double MeanPerBar { get; }

    /// <summary>[H] bars ahead.</summary>
    public IReadOnlyList<int> Horizons { get; }

    /// <inheritdoc/>
    public void Predict(ReadOnlySpan<double> features, Span<StandardizedForecast> forecasts)
    {
        for (var i = 0; i < Horizons.Count; i++)
        {
            var mean = MeanPerBar * Math.Sqrt(Horizons[i]);
            forecasts[i] = new StandardizedForecast(mean, Normal.CDF(0, 1, mean));
        }
    }

    /// <inheritdoc/>
    public void Save(Stream stream) => JsonSerializer.Serialize(stream, this);
}
