using AraWeb.Api.Contracts;
using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AraWeb.Api;

/// <summary>Forecasts on request.</summary>
internal static class PredictApi
{
    /// <summary>Bars ahead when the request names none.</summary>
    internal const int DefaultDays = 5;

    private const string AsOf = "asOf";

    /// <summary>Maps the routes.</summary>
    public static void MapPredict(this RouteGroupBuilder api)
    {
        var predict = api.MapPost("/predict", PredictAsync).WithTags("Forecasts");
        ApiOperation.Describe(
            predict, "predict", "Forecasts a symbol as distributions, and freezes the forecast in the ledger unless a past date is given.",
            "The forecast.", 400, 404, 415, 422, 503);
    }

    private static async Task<Ok<PredictResponse>> PredictAsync(
        PredictRequest request, IPredictor predictor, TimeProvider time, CancellationToken cancellationToken)
    {
        var prediction = new PredictionRequest(
            Symbol.Parse(request.Symbol),
            Timeframes.Parse(request.Timeframe ?? Timeframe.OneDay.Code()),
            new Horizon(request.Days ?? DefaultDays),
            TimeText.AsOf(AsOf, request.AsOf, time.GetUtcNow()));
        try
        {
            return TypedResults.Ok(PredictResponse.From(await predictor.PredictAsync(prediction, cancellationToken)));
        }
        catch (InputException refusal) when (refusal.Name == PredictionRequest.AsOfName)
        {
            throw TimeText.Refused(AsOf, request.AsOf, refusal);
        }
    }
}
