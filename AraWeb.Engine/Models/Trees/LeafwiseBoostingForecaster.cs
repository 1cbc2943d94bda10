using AraWeb.Engine.Models.Trees.Boosting;

namespace AraWeb.Engine.Models.Trees;

/// <summary>
/// Leaf-wise boosting, LightGBM's algorithm: the leaf with the largest gain is split first; features that exclude each other share a column.
/// </summary>
public sealed class LeafwiseBoostingForecaster : IForecaster
{
    private readonly BoostingSettings? _settings;

    /// <summary>Makes a model whose settings follow from the number of rows.</summary>
    public LeafwiseBoostingForecaster()
    {
    }

    /// <summary>Makes a model with settings of one's own.</summary>
    internal LeafwiseBoostingForecaster(BoostingSettings settings) => _settings = settings with { Algorithm = BoostingAlgorithm.Leafwise };

    /// <inheritdoc/>
    public string Id => "leafwise_boosting";

    /// <inheritdoc/>
    public IFittedForecaster Fit(TrainingSet data, int seed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        return ReturnBoosting.Fit(Id, data, _settings ?? ReturnBoosting.SettingsFor(BoostingAlgorithm.Leafwise, data.Count), seed, cancellationToken);
    }

    /// <inheritdoc/>
    public IFittedForecaster Load(Stream stream)
    {
        var (horizons, ensembles) = TreeFile.Read(stream, Id);
        return new FittedTreeForecaster(Id, horizons, ensembles);
    }
}
