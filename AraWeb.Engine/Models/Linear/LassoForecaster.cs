namespace AraWeb.Engine.Models.Linear;

/// <summary>
/// Least squares with a penalty on the amounts of coefficients: few features count, the others get exactly zero. Draws no random numbers.
/// </summary>
public sealed class LassoForecaster : IForecaster
{
    private readonly LinearSettings _settings;

    /// <summary>A model with the settings as they come.</summary>
    public LassoForecaster()
        : this(new LinearSettings())
    {
    }

    /// <summary>A model with its own settings.</summary>
    /// <exception cref="Core.InputException">A setting is out of range.</exception>
    public LassoForecaster(LinearSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Validate();
        _settings = settings;
    }

    /// <inheritdoc/>
    public string Id => "lasso";

    /// <inheritdoc/>
    public IFittedForecaster Fit(TrainingSet data, int seed, CancellationToken cancellationToken) =>
        LinearTraining.Fit(Id, data, new ElasticNetMethod(1, _settings), _settings, cancellationToken);

    /// <inheritdoc/>
    public IFittedForecaster Load(Stream stream) => LinearModelFile.Read(Id, stream);
}
