using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;

namespace AraWeb.Tests.Web.Components;

/// <summary>Answers each request with the same spread from a given last close, or with an error, or when a test lets it.</summary>
internal sealed class FakePredictor(Func<Symbol, Instrument> find) : IPredictor
{
    /// <summary>Requests so far.</summary>
    public List<PredictionRequest> Requests { get; } = [];

    /// <summary>Thrown instead of an answer while it is set.</summary>
    public Exception? Fault { get; set; }

    /// <summary>Answers wait for it while it is set.</summary>
    public TaskCompletionSource? Gate { get; set; }

    public async Task<PredictionResult> PredictAsync(PredictionRequest request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        if (Gate is not null)
        {
            await Gate.Task.WaitAsync(cancellationToken);
        }

        return Fault is null
            ? Sample.Forecast(
                find(request.Symbol),
                request.Timeframe,
                new DateTimeOffset(2026, 11, 19, 0, 0, 0, TimeSpan.Zero),
                lastClose: 100,
                [.. Enumerable.Repeat(Sample.Bands(0.1, 0.15, 0.2), request.Horizon.Bars)])
            : throw Fault;
    }
}
