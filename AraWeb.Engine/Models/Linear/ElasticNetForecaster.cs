using AraWeb.Engine.Core;

namespace AraWeb.Engine.Models.Linear;

/// <summary>
/// Least squares with a penalty on amounts and squares of coefficients: few features count, and those that go together share. Draws no random numbers.
/// </summary>
public sealed class ElasticNetForecaster : IForecaster
{
    private readonly ElasticNetSettings _settings;

    /// <summary>A model with half of the penalty on each.</summary>
    public ElasticNetForecaster()
        : this(ElasticNetSettings.Even)
    {
    }

    /// <summary>A model with its own settings.</summary>
    /// <exception cref="InputException">A setting is out of range.</exception>
    public ElasticNetForecaster(ElasticNetSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (!(settings.AmountShare is > 0 and <= 1))
        {
            throw new InputException(nameof(settings.AmountShare), settings.AmountShare, "Take a share above 0 and up to 1; for 0 there is the ridge model.");
        }

        settings.Path.Validate();
        _settings = settings;
    }

    /// <inheritdoc/>
    public string Id => "elastic_net";

    /// <inheritdoc/>
    public IFittedForecaster Fit(TrainingSet data, int seed, CancellationToken cancellationToken) =>
        LinearTraining.Fit(Id, data, new ElasticNetMethod(_settings.AmountShare, _settings.Path), _settings.Path, cancellationToken);

    /// <inheritdoc/>
    public IFittedForecaster Load(Stream stream) => LinearModelFile.Read(Id, stream);
}
