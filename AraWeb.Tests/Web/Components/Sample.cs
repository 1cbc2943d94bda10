using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Prediction.Walk;

namespace AraWeb.Tests.Web.Components;

/// <summary>Small forecasts and ledger entries with round numbers, so that a test can compute what it expects by hand.</summary>
internal static class Sample
{
    public static Instrument Apple { get; } = Instrument("AAPL", "Apple Inc.", AssetClass.Stock, simulated: false, Timeframe.OneDay);

    public static Instrument Coin { get; } = Instrument("COIN1", "First coin", AssetClass.Crypto, simulated: true, Timeframe.OneMinute, Timeframe.OneDay);

    public static Instrument Instrument(string symbol, string name, AssetClass kind, bool simulated, params Timeframe[] timeframes) =>
        new(Symbol.Parse(symbol), name, kind, "USD", simulated ? "demo" : "csv", simulated, timeframes);


    /// <summary>Nine quantiles whose 50, 80 and 95 % bands reach to the given values.</summary>
    public static Quantiles Bands(double half, double eighty, double ninetyFive) =>
        new([-ninetyFive, -(eighty + ninetyFive) / 2, -eighty, -half, 0, half, eighty, (eighty + ninetyFive) / 2, ninetyFive]);

    public static PredictionResult Forecast(DateTimeOffset lastBar, double lastClose, params Quantiles[] horizons) =>
        Forecast(Apple, Timeframe.OneDay, lastBar, lastClose, horizons);

    public static PredictionResult Forecast(
        Instrument instrument, Timeframe timeframe, DateTimeOffset lastBar, double lastClose, params Quantiles[] horizons) => new(
        instrument,
        timeframe,
        lastBar + timeframe.Length(),
        lastBar,
        lastClose,
        [.. horizons.Select((returns, i) => new HorizonForecast(
            i + 1,
            lastBar + (timeframe.Length() * (i + 1)),
            returns,
            Mean: 0,
            Volatility: 0.1,
            ProbabilityUp: 0.53,
            new HindcastCoverage(1240, 0.51, 0.79, 0.9, 0.95)))],
        "The call in one sentence.",
        Frozen: true,
        Provenance(instrument, lastBar + timeframe.Length()));

    public static Provenance Provenance(Instrument instrument, DateTimeOffset asOf) =>
        new(instrument.Source, instrument.IsSimulated, asOf, 2500, "har 1.0", "0123456789abcdef0123456789abcdef", []);

    /// <summary>A daily entry whose 80 % bands reach from -0.15 to 0.15; one close for each horizon that came due, NaN for void.</summary>
    public static ForecastEntry Entry(DateTimeOffset lastBar, double lastClose, int horizons, IReadOnlyList<double> closes) => new(
        Guid.CreateVersion7(lastBar),
        Apple.Symbol,
        Timeframe.OneDay,
        lastBar.AddDays(1),
        lastBar,
        lastClose,
        Provenance(Apple, lastBar.AddDays(1)),
        [.. Enumerable.Range(1, horizons).Select(bars => new FrozenHorizon(
            bars,
            lastBar.AddDays(bars),
            Bands(0.1, 0.15, 0.2),
            Mean: 0,
            ProbabilityUp: 0.5,
            bars <= closes.Count ? Outcome(lastBar.AddDays(bars), lastClose, closes[bars - 1]) : null))]);

    private static Outcome Outcome(DateTimeOffset at, double lastClose, double close) => double.IsNaN(close)
        ? new Outcome(OutcomeState.Void, at, double.NaN, double.NaN, double.NaN)
        : new Outcome(OutcomeState.Resolved, at, close, Math.Log(close / lastClose), Crps: 0.01);
}
