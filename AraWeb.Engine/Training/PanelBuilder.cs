using AraWeb.Engine.Core;
using AraWeb.Engine.Features.Panel;
using AraWeb.Engine.Features.Pipeline;
using AraWeb.Engine.Features.Targets;
using AraWeb.Engine.Regime;
using AraWeb.Engine.Volatility;

namespace AraWeb.Engine.Training;

/// <summary>
/// Makes a panel of many series: the columns of <see cref="PanelFeatures"/>, the state of the market, and returns in units of the deviation that the live
/// volatility model forecast at the row. Every value of a row comes from bars up to its own.
/// </summary>
public static class PanelBuilder
{
    /// <summary>Builds.</summary>
    /// <param name="series">One for each instrument, of one time frame.</param>
    /// <param name="settings">Horizons and warm-up.</param>
    /// <param name="progress">Told of each series.</param>
    /// <param name="cancellationToken">Checked at each series.</param>
    /// <exception cref="ModelException">No series is long enough.</exception>
    public static TrainingPanel Build(
        IReadOnlyList<BarSeries> series, PanelSettings settings, IProgress<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(progress);
        var parts = new Part?[series.Count];
        Parallel.For(0, series.Count, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = settings.Threads }, i =>
        {
            if (series[i].Count > settings.WarmUp)
            {
                parts[i] = Part.Of(i, series[i], settings);
                progress.Report($"{series[i].Symbol}: features of {series[i].Count} bars");
            }
        });
        var used = parts.OfType<Part>().ToArray();
        return used.Length > 0
            ? Join(series, settings, used)
            : throw new ModelException($"No series has more than the {settings.WarmUp} bars that are learned on first.", "Give longer series.");
    }

    private static TrainingPanel Join(IReadOnlyList<BarSeries> series, PanelSettings settings, Part[] parts)
    {
        var order = parts.SelectMany((part, p) => part.Rows.Select((row, i) => (row.Close, row.Symbol, Part: p, Row: i))).Order().ToArray();
        var (width, horizons) = (parts[0].Frame.Names.Count, settings.Horizons.Count);
        var rows = new PanelRow[order.Length];
        var features = new double[order.Length * width];
        var targets = new double[order.Length * horizons];
        var deviations = new double[order.Length * horizons];
        for (var n = 0; n < order.Length; n++)
        {
            var part = parts[order[n].Part];
            var row = rows[n] = part.Rows[order[n].Row];
            for (var f = 0; f < width; f++)
            {
                features[(n * width) + f] = part.Frame[f][row.Bar];
            }

            for (var h = 0; h < horizons; h++)
            {
                targets[(n * horizons) + h] = part.Targets[h].Values[row.Bar];
                deviations[(n * horizons) + h] = part.Deviations[h][row.Bar];
            }
        }

        return new TrainingPanel([.. series.Select(bars => bars.Symbol)], parts[0].Frame.Names, settings.Horizons, rows, features, targets, deviations)
        {
            Threads = settings.Threads,
        };
    }

    /// <summary>The rows of one series.</summary>
    private sealed record Part(PanelRow[] Rows, FeatureFrame Frame, TargetSeries[] Targets, double[][] Deviations)
    {
        public static Part Of(int symbol, BarSeries bars, PanelSettings settings)
        {
            var horizons = settings.Horizons;
            var deviations = horizons.Select(_ => new double[bars.Count]).ToArray();
            var states = new RegimeType?[bars.Count];
            Walk(bars, horizons, deviations, states);
            TargetSeries[] targets = [.. horizons.Select((horizon, h) => Target.ReturnOverVolatility(bars, deviations[h], horizon))];
            var calendar = TradingCalendar.For(bars.AssetClass);
            var closes = new DateTimeOffset[bars.Count];
            for (var t = 0; t < closes.Length; t++)
            {
                closes[t] = calendar.CloseOfBar(bars[t].Time, bars.Timeframe);
            }

            var farthest = horizons[^1];
            var rows = new List<PanelRow>();
            for (var t = settings.WarmUp; t < bars.Count; t++)
            {
                if (deviations[^1][t] > 0)
                {
                    var isKnown = targets.All(target => !double.IsNaN(target.Values[t]));
                    rows.Add(new PanelRow(symbol, t, closes[t], isKnown ? closes[t + farthest] : DateTimeOffset.MaxValue, states[t]));
                }
            }

            return new Part([.. rows], PanelFeatures.Compute(bars), targets, deviations);
        }

        private static void Walk(BarSeries bars, IReadOnlyList<int> horizons, double[][] deviations, RegimeType?[] states)
        {
            var anchors = HorizonAnchors.Standard(horizons[^1]);
            var volatility = LiveVolatility.New(bars.AssetClass, bars.Timeframe, anchors);
            var regimes = new RegimeTrack();
            var variances = RangeVariance.Compute(bars);
            var forecast = new double[anchors.Farthest];
            for (var t = 0; t < bars.Count; t++)
            {
                var bar = bars[t];
                regimes.Add(new RegimeObservation(bar.Close, variances[t], bar.Volume));
                states[t] = regimes.Current;
                if (double.IsNaN(variances[t]))
                {
                    continue;
                }

                var logReturn = t > 0 ? Math.Log(bar.Close / bars.Close[t - 1]) : 0;
                volatility.Add(new VarianceObservation(variances[t], logReturn) { Time = bar.Time.ToUnixTimeMilliseconds() });
                if (!volatility.IsReady)
                {
                    continue;
                }

                volatility.Forecast(forecast);
                for (var h = 0; h < horizons.Count; h++)
                {
                    deviations[h][t] = Math.Sqrt(horizons[h] * forecast[horizons[h] - 1]);
                }
            }
        }
    }
}
