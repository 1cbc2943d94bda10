namespace AraWeb.Engine.Models.Trees.Forests;

/// <summary>Forecasts by a random forest (Breiman 2001): trees on rows drawn with replacement, each question the best of a few features drawn.</summary>
public sealed class RandomForestForecaster : IForecaster
{
    private readonly ForestSettings? _settings;

    /// <summary>Makes a model whose settings follow from the number of rows.</summary>
    public RandomForestForecaster()
    {
    }

    /// <summary>Makes a model with settings of one's own; their kind is this model's.</summary>
    public RandomForestForecaster(ForestSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings with { Kind = ForestKind.RandomForest };
    }

    /// <inheritdoc/>
    public string Id => "random_forest";

    /// <inheritdoc/>
    public IFittedForecaster Fit(TrainingSet data, int seed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        var settings = _settings ?? ForestDefaults.For(ForestKind.RandomForest, data.Count);
        return new FittedForest(Id, data.Horizons, ForestTrainer.Fit(data, settings, seed, cancellationToken));
    }

    /// <inheritdoc/>
    public IFittedForecaster Load(Stream stream)
    {
        var (horizons, forest) = ForestFile.Read(stream, Id);
        return new FittedForest(Id, horizons, forest);
    }
}
