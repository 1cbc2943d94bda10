using AraWeb.Engine.Core;

namespace AraWeb.Engine.Models.Trees.Forests;

/// <summary>
/// A forest that has learned standardised returns. The mean is the forest's; the probability of a rise is the share of rises in the leaves, the spread
/// that of the trees' means. Leaves out intervals: those are the calibration's.
/// </summary>
public sealed class FittedForest : IFittedForecaster
{
    private const int StackLimit = 64;

    /// <summary>Makes or restores it.</summary>
    internal FittedForest(string id, IReadOnlyList<int> horizons, Forest forest)
    {
        if (horizons.Count == 0 || horizons.Count != forest.Outputs)
        {
            throw new ModelException($"The {id} model has {forest.Outputs} outputs for {horizons.Count} horizons.", "Train the model again.");
        }

        (Id, Horizons, Forest) = (id, horizons, forest);
    }

    /// <inheritdoc/>
    public string Id { get; }

    /// <summary>[H] bars ahead.</summary>
    public IReadOnlyList<int> Horizons { get; }

    /// <summary>The trees: quantiles and explanations ask them.</summary>
    public Forest Forest { get; }

    /// <inheritdoc/>
    public void Predict(ReadOnlySpan<double> features, Span<StandardizedForecast> forecasts)
    {
        var count = Horizons.Count;
        var means = count <= StackLimit ? stackalloc double[count] : new double[count];
        var rises = count <= StackLimit ? stackalloc double[count] : new double[count];
        var spreads = count <= StackLimit ? stackalloc double[count] : new double[count];
        Forest.Predict(features, means, rises, spreads);
        for (var i = 0; i < count; i++)
        {
            forecasts[i] = new StandardizedForecast(means[i], rises[i]) { Spread = spreads[i] };
        }
    }

    /// <inheritdoc/>
    public void Save(Stream stream) => ForestFile.Write(stream, Id, Horizons, Forest);
}
