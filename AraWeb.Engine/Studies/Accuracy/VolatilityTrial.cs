using AraWeb.Engine.Core;
using AraWeb.Engine.Evaluation;
using AraWeb.Engine.Volatility;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>Runs the volatility models side by side over one series. The proxy is the range-based variance that the models learn from.</summary>
internal static class VolatilityTrial
{
    /// <summary>The model that is live.</summary>
    public const string Product = "product";

    /// <summary>Bars ahead that are scored.</summary>
    public static readonly int[] Horizons = [1, 5, 20];

    private static readonly string[] Rivals = ["ewma", "har"];

    /// <summary>Runs the trial.</summary>
    public static IReadOnlyList<VolatilityScore> Run(BarSeries bars, (int First, int End) scored, CancellationToken cancellationToken)
    {
        var variances = RangeVariance.Compute(bars);
        var tracks = Tracks(bars);
        var outcomes = new double[Horizons.Length];
        for (var t = 0; t < bars.Count; t++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (double.IsNaN(variances[t]))
            {
                continue;
            }

            for (var k = 0; k < Horizons.Length; k++)
            {
                outcomes[k] = Outcome(variances, t - Horizons[k], Horizons[k]);
            }

            var observation = new VarianceObservation(variances[t], t > 0 ? Math.Log(bars.Close[t] / bars.Close[t - 1]) : 0) { Time = bars.Times[t] };
            foreach (var track in tracks)
            {
                track.Step(t, observation, outcomes);
            }
        }

        return [.. Horizons.Select((_, k) => Score(bars, variances, tracks, k, scored))];
    }

    private static VolatilityTrack[] Tracks(BarSeries bars)
    {
        var anchors = new HorizonAnchors(Horizons);
        VolatilityTrack Track(string name, IVolatilityModel model) => new(name, model, Horizons, bars.Count);
        return
        [
            Track("const", new RollingVariance(252)),
            Track("rw20", new RollingVariance(20)),
            Track("ewma", new Ewma(Ewma.RiskMetricsDecay, usesRange: false)),
            Track("garch_t", new GarchT()),
            Track("har", new LogHar(HarSettings.Reference, anchors)),
            Track(Product, LiveVolatility.New(bars.AssetClass, bars.Timeframe, HorizonAnchors.Standard(Horizons[^1]))),
        ];
    }

    /// <summary>Mean variance of the bars after <paramref name="issuedAt"/>, or NaN where they are not all there.</summary>
    private static double Outcome(double[] variances, int issuedAt, int horizon)
    {
        if (issuedAt < 0 || issuedAt + horizon >= variances.Length)
        {
            return double.NaN;
        }

        var sum = 0.0;
        for (var i = issuedAt + 1; i <= issuedAt + horizon; i++)
        {
            sum += variances[i];
        }

        return sum / horizon;
    }

    private static VolatilityScore Score(BarSeries bars, double[] variances, VolatilityTrack[] tracks, int k, (int First, int End) scored)
    {
        var losses = tracks.ToDictionary(track => track.Name, _ => new List<double>(), StringComparer.Ordinal);
        var (first, last) = (-1, -1);
        for (var t = scored.First - 1; t + Horizons[k] < scored.End; t++)
        {
            var outcome = Outcome(variances, t, Horizons[k]);
            if (tracks.Any(track => double.IsNaN(track.Loss(k, t, outcome))))
            {
                continue;
            }

            first = first < 0 ? t : first;
            last = t;
            foreach (var track in tracks)
            {
                losses[track.Name].Add(track.Loss(k, t, outcome));
            }
        }

        if (first < 0)
        {
            throw new InsufficientDataException(bars.Symbol, bars.Count, 500);
        }

        var product = losses[Product].ToArray();
        DateOnly DateOf(int index) => DateOnly.FromDateTime(bars[index].Time.UtcDateTime);
        return new VolatilityScore(
            bars.Symbol.Text, Horizons[k], product.Length, DateOf(first), DateOf(last),
            losses.ToDictionary(pair => pair.Key, pair => pair.Value.Average(), StringComparer.Ordinal),
            Rivals.ToDictionary(rival => rival, rival => DieboldMariano.BetterP(product, losses[rival].ToArray(), Horizons[k]), StringComparer.Ordinal));
    }
}
