using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Prediction.Walk;
using AraWeb.Engine.Providers;

namespace AraWeb.Tests.Web.Api;

/// <summary>Forecasts the same symmetric distribution for every symbol that the bars know, wider by the square root of the horizon.</summary>
internal sealed class FakePredictor(IBarSource bars) : IPredictor
{
    private static readonly double[] Normal = [-1.96, -1.645, -1.2816, -0.6745, 0, 0.6745, 1.2816, 1.645, 1.96];

    /// <summary>The requests so far.</summary>
    public List<PredictionRequest> Requests { get; } = [];

    /// <summary>Makes every forecast fail with this.</summary>
    public Exception? Failure { get; set; }

    public async Task<PredictionResult> PredictAsync(PredictionRequest request, CancellationToken cancellationToken)
    {
        lock (Requests)
        {
            Requests.Add(request);
        }

        if (Failure is not null)
        {
            throw Failure;
        }

        var instrument = await bars.FindAsync(request.Symbol, cancellationToken);
        var series = await bars.ReadAsync(new BarQuery(instrument.Symbol, request.Timeframe) { AsOf = request.AsOf }, cancellationToken);
        if (series.Count < 3)
        {
            throw new InsufficientDataException(instrument.Symbol, series.Count, 3);
        }

        var last = series[series.Count - 1];
        var calendar = TradingCalendar.For(instrument.AssetClass);
        var due = calendar.BarsAfter(last.Time, request.Timeframe, request.Horizon.Bars);
        var closed = calendar.CloseOfBar(last.Time, request.Timeframe);
        return new PredictionResult(
            instrument,
            request.Timeframe,
            IssuedAt: closed,
            last.Time,
            last.Close,
            [.. due.Select((bar, i) => Horizon(i + 1, bar))],
            "Up or down is close to a coin toss.",
            Frozen: request.AsOf is null,
            new Provenance(instrument.Source, instrument.IsSimulated, closed, series.Count, "fake 1", new string('0', 64), []));
    }

    private static HorizonForecast Horizon(int bars, DateTimeOffset due)
    {
        var scale = 0.01 * Math.Sqrt(bars);
        var returns = new Quantiles([.. Normal.Select(z => z * scale)]);
        var unknown = new HindcastCoverage(0, double.NaN, double.NaN, double.NaN, double.NaN);
        return new HorizonForecast(bars, due, returns, Mean: 0, scale, ProbabilityUp: 0.5, unknown);
    }
}
