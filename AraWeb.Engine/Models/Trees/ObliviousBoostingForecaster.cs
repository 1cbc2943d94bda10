using AraWeb.Engine.Models.Trees.Boosting;

namespace AraWeb.Engine.Models.Trees;

/// <summary>Oblivious boosting, CatBoost's algorithm: each level asks one question, gradients come from models that have not seen the row.</summary>
public sealed class ObliviousBoostingForecaster : IForecaster
{
    private readonly BoostingSettings? _settings;

    /// <summary>Makes a model whose settings follow from the number of rows.</summary>
    public ObliviousBoostingForecaster()
    {
    }

    /// <summary>Makes a model with settings of one's own.</summary>
    internal ObliviousBoostingForecaster(BoostingSettings settings) => _settings = settings with { Algorithm = BoostingAlgorithm.Oblivious };

    /// <inheritdoc/>
    public string Id => "oblivious_boosting";

    /// <inheritdoc/>
    public IFittedForecaster Fit(TrainingSet data, int seed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        return ReturnBoosting.Fit(Id, data, _settings ?? ReturnBoosting.SettingsFor(BoostingAlgorithm.Oblivious, data.Count), seed, cancellationToken);
    }

    /// <inheritdoc/>
    public IFittedForecaster Load(Stream stream)
    {
        var (horizons, ensembles) = TreeFile.Read(stream, Id);
        return new FittedTreeForecaster(Id, horizons, ensembles);
    }
}
