using AraWeb.Engine.Core;

namespace AraWeb.Engine.Prediction;

/// <summary>The use case that pages, the API, jobs and the command line share.</summary>
public interface IPredictor
{
    /// <summary>Forecasts; without an as-of date the forecast is frozen in the ledger.</summary>
    /// <exception cref="UnknownSymbolException">The symbol is not there.</exception>
    /// <exception cref="InsufficientDataException">Fewer bars than the model needs by that date.</exception>
    /// <exception cref="InputException">The as-of date lies before the first bar, or in the future.</exception>
    Task<PredictionResult> PredictAsync(PredictionRequest request, CancellationToken cancellationToken);
}
