namespace AraWeb.Engine.Models.Linear;

/// <summary>
/// Least squares with a penalty on squared coefficients: all features count, none much. Draws no random numbers; several horizons share one matrix of products.
/// </summary>
public sealed class RidgeForecaster : IForecaster
{
    private readonly LinearSettings _settings;

    /// <summary>A model with the settings as they come.</summary>
    public RidgeForecaster()
        : this(new LinearSettings())
    {
    }

    /// <summary>A model with its own settings.</summary>
    /// <exception cref="Core.InputException">A setting is out of range.</exception>
    public RidgeForecaster(LinearSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Validate();
        _settings = settings;
    }

    /// <inheritdoc/>
    public string Id => "ridge";

    /// <inheritdoc/>
    public IFittedForecaster Fit(TrainingSet data, int seed, CancellationToken cancellationToken) =>
        LinearTraining.Fit(Id, data, new RidgeMethod(), _settings, cancellationToken);

    /// <inheritdoc/>
    public IFittedForecaster Load(Stream stream) => LinearModelFile.Read(Id, stream);
}
