namespace AraWeb.Engine.Models;

/// <summary>
/// A model that has not learned yet. It forecasts the volatility-standardised log return of each horizon (return divided by the forecast standard
/// deviation) and the probability that it is positive. It takes features and targets as data and never fetches. Deterministic for a seed.
/// </summary>
public interface IForecaster
{
    /// <summary>Stable lower-case id, for example <c>ridge</c>.</summary>
    string Id { get; }

    /// <summary>Learns from purged history.</summary>
    /// <exception cref="Core.ModelException">The targets hold NaN (rows are named), or the model cannot be fitted.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; within a second of the request.</exception>
    IFittedForecaster Fit(TrainingSet data, int seed, CancellationToken cancellationToken);

    /// <summary>Reads what <see cref="IFittedForecaster.Save"/> wrote.</summary>
    /// <exception cref="Core.ModelException">Not a file of this model, or damaged.</exception>
    IFittedForecaster Load(Stream stream);
}
