using AraWeb.Engine.Models.Trees.Boosting;

namespace AraWeb.Engine.Models.Trees;

/// <summary>Depth-wise boosting, XGBoost's algorithm: trees grow level by level, each split weighed by first and second derivatives.</summary>
public sealed class DepthwiseBoostingForecaster : IForecaster
{
    private readonly BoostingSettings? _settings;

    /// <summary>Makes a model whose settings follow from the number of rows.</summary>
    public DepthwiseBoostingForecaster()
    {
    }

    /// <summary>Makes a model with settings of one's own.</summary>
    internal DepthwiseBoostingForecaster(BoostingSettings settings) => _settings = settings with { Algorithm = BoostingAlgorithm.Depthwise };

    /// <inheritdoc/>
    public string Id => "depthwise_boosting";

    /// <inheritdoc/>
    public IFittedForecaster Fit(TrainingSet data, int seed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        return ReturnBoosting.Fit(Id, data, _settings ?? ReturnBoosting.SettingsFor(BoostingAlgorithm.Depthwise, data.Count), seed, cancellationToken);
    }

    /// <inheritdoc/>
    public IFittedForecaster Load(Stream stream)
    {
        var (horizons, ensembles) = TreeFile.Read(stream, Id);
        return new FittedTreeForecaster(Id, horizons, ensembles);
    }
}
