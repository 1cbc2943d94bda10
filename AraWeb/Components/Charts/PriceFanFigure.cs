using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Prediction;

namespace AraWeb.Components.Charts;

/// <summary>
/// A forecast and the past forecasts behind it as numbers to draw: prices over time. Pure: no colours, no pixels, no texts, and no bars, which the chart
/// module fetches itself. Small enough to pass through a circuit.
/// </summary>
/// <param name="LastBar">Start of the newest bar used, milliseconds since 1970-01-01 UTC; the fan opens there.</param>
/// <param name="LastClose">The price it opens at.</param>
/// <param name="Steps">The horizons, nearest first.</param>
/// <param name="Ghosts">Past forecasts, oldest first.</param>
public sealed record PriceFanFigure(long LastBar, double LastClose, IReadOnlyList<FanStep> Steps, IReadOnlyList<GhostFan> Ghosts)
{
    /// <summary>Past forecasts drawn at once; more would hide the candles.</summary>
    internal const int MaxGhosts = 6;

    private const double GhostBand = 0.8;

    // Dots mark the next bar and every fifth; the candles show the closes between.
    private const int DotEvery = 5;

    /// <summary>Computes the figure of a forecast.</summary>
    /// <param name="forecast">The current forecast.</param>
    /// <param name="past">Issued forecasts of the same symbol and time frame, newest first.</param>
    internal static PriceFanFigure Of(PredictionResult forecast, IReadOnlyList<ForecastEntry> past) => new(
        forecast.LastBar.ToUnixTimeMilliseconds(),
        forecast.LastClose,
        [.. forecast.Horizons.Select(horizon => Step(forecast.LastClose, horizon))],
        Spaced(forecast, past));

    /// <summary>
    /// Past forecasts so far apart that each can be told from the next: by time alone, whatever came of them. The spacing is half the current reach.
    /// </summary>
    private static List<GhostFan> Spaced(PredictionResult forecast, IReadOnlyList<ForecastEntry> past)
    {
        var spacing = forecast.Timeframe.Length() * Math.Max(1, forecast.Horizons.Count / 2);
        var ghosts = new List<GhostFan>(MaxGhosts);
        var next = forecast.LastBar;
        foreach (var entry in past)
        {
            if (entry.LastBar > next - spacing || ghosts.Count == MaxGhosts)
            {
                continue;
            }

            ghosts.Add(Ghost(entry, forecast.Horizons.Count));
            next = entry.LastBar;
        }

        ghosts.Reverse();
        return ghosts;
    }

    private static FanStep Step(double lastClose, HorizonForecast horizon)
    {
        var prices = new double[Quantiles.Levels.Length];
        for (var i = 0; i < prices.Length; i++)
        {
            prices[i] = HorizonForecast.Price(lastClose, horizon.Returns.Values[i]);
        }

        return new FanStep(horizon.Bars, horizon.DueBar.ToUnixTimeMilliseconds(), prices, horizon.ProbabilityUp);
    }

    private static GhostFan Ghost(ForecastEntry entry, int reach) => new(
        entry.LastBar.ToUnixTimeMilliseconds(),
        entry.LastClose,
        [.. entry.Horizons.Where(horizon => horizon.Bars <= reach).Select(horizon => GhostStepOf(entry.LastClose, horizon))]);

    private static GhostStep GhostStepOf(double lastClose, FrozenHorizon horizon)
    {
        var (lower, upper) = horizon.Returns.Interval(GhostBand);
        var isMarked = horizon.Bars == 1 || horizon.Bars % DotEvery == 0;
        return new GhostStep(
            horizon.DueBar.ToUnixTimeMilliseconds(),
            HorizonForecast.Price(lastClose, lower),
            HorizonForecast.Price(lastClose, horizon.Returns.Median),
            HorizonForecast.Price(lastClose, upper),
            isMarked && horizon.Outcome is { State: OutcomeState.Resolved } outcome ? outcome.Close : null);
    }
}
