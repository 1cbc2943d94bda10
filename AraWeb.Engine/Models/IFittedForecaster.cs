namespace AraWeb.Engine.Models;

/// <summary>A model that has learned; immutable and safe to share between threads.</summary>
public interface IFittedForecaster
{
    /// <summary>The id of the model that made it.</summary>
    string Id { get; }

    /// <summary>Bars of features that it looks at: 1 where only the row itself counts.</summary>
    int Window => 1;

    /// <summary>Forecasts one row of features for each horizon learned.</summary>
    /// <param name="features">
    /// [F] values in the order of <see cref="TrainingSet.FeatureNames"/>. Where <see cref="Window"/> is more than 1, up to that many rows [bars *
    /// F], the oldest
    /// first: with fewer the bars before count as unknown.
    /// </param>
    /// <param name="forecasts">[H] receives the forecasts in the order of <see cref="TrainingSet.Horizons"/>.</param>
    void Predict(ReadOnlySpan<double> features, Span<StandardizedForecast> forecasts);

    /// <summary>Writes the model so that <see cref="IForecaster.Load"/> restores the same forecasts to the bit.</summary>
    void Save(Stream stream);
}
