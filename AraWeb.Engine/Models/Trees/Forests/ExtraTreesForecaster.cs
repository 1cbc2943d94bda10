namespace AraWeb.Engine.Models.Trees.Forests;

/// <summary>Forecasts by extremely randomised trees (Geurts, Ernst and Wehenkel 2006): all rows, each question the best of a few random ones.</summary>
public sealed class ExtraTreesForecaster : IForecaster
{
    private readonly ForestSettings? _settings;

    /// <summary>Makes a model whose settings follow from the number of rows.</summary>
    public ExtraTreesForecaster()
    {
    }

    /// <summary>Makes a model with settings of one's own; their kind is this model's.</summary>
    public ExtraTreesForecaster(ForestSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings with { Kind = ForestKind.ExtraTrees };
    }

    /// <inheritdoc/>
    public string Id => "extra_trees";

    /// <inheritdoc/>
    public IFittedForecaster Fit(TrainingSet data, int seed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        var settings = _settings ?? ForestDefaults.For(ForestKind.ExtraTrees, data.Count);
        return new FittedForest(Id, data.Horizons, ForestTrainer.Fit(data, settings, seed, cancellationToken));
    }

    /// <inheritdoc/>
    public IFittedForecaster Load(Stream stream)
    {
        var (horizons, forest) = ForestFile.Read(stream, Id);
        return new FittedForest(Id, horizons, forest);
    }
}
