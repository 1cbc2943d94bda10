using AraWeb.Engine.Core;
using AraWeb.Engine.Evaluation;
using AraWeb.Engine.Volatility;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>Runs the volatility models side by side over one series. The proxy is the range-based variance that the models learn from.</summary>
internal static class VolatilityTrial
{
    /// <summary>The model that is live.</summary>
    public const string Product = "product";

    /// <summary>The live blend with the panel's regression in the place of the symbol's own.</summary>
    public const string Panel = "panel";

    /// <summary>Bars ahead that are scored.</summary>
    public static readonly int[] Horizons = [1, 5, 20];

    private static readonly string[] Rivals = ["ewma", "har"];
    private static readonly string[] PanelRivals = ["har", Product];

    /// <summary>Horizons of the regressions where only the scored ones matter.</summary>
    public static HorizonAnchors Anchors { get; } = new(Horizons);

    /// <summary>Runs the trial.</summary>
    /// <param name="bars">The series.</param>
    /// <param name="panel">Forecasts of <see cref="VolatilityPanel"/> for it; null when it is in no panel.</param>
    /// <param name="scored">First bar that is scored, and one past the last.</param>
    /// <param name="cancellationToken">Stops between two bars.</param>
    public static IReadOnlyList<VolatilityScore> Run(
        BarSeries bars, IReadOnlyList<double[]>? panel, (int First, int End) scored, CancellationToken cancellationToken)
    {
        var variances = RangeVariance.Compute(bars);
        var tracks = Tracks(bars, panel);
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

    private static VolatilityTrack[] Tracks(BarSeries bars, IReadOnlyList<double[]>? panel)
    {
        VolatilityTrack Track(string name, IVolatilityModel model) => new(name, model, Horizons, bars.Count);
        VolatilityTrack[] tracks =
        [
            Track("const", new RollingVariance(252)),
            Track("rw20", new RollingVariance(20)),
            Track("ewma", new Ewma(Ewma.RiskMetricsDecay, usesRange: false)),
            Track("garch_t", new GarchT()),
            Track("har", new LogHar(HarSettings.Reference, Anchors)),
            Track(Product, LiveVolatility.New(bars.AssetClass, bars.Timeframe, HorizonAnchors.Standard(Horizons[^1]))),
        ];
        return panel is null ? tracks : [.. tracks, Track(Panel, LiveVolatility.Blend(new RecordedVolatility(Anchors, panel), Anchors))];
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

        DateOnly DateOf(int index) => DateOnly.FromDateTime(bars[index].Time.UtcDateTime);
        return new VolatilityScore(
            bars.Symbol.Text, Horizons[k], losses[Product].Count, DateOf(first), DateOf(last),
            losses.ToDictionary(pair => pair.Key, pair => pair.Value.Average(), StringComparer.Ordinal),
            BetterP(losses, Product, Rivals, Horizons[k]),
            BetterP(losses, Panel, PanelRivals, Horizons[k]));
    }

    private static Dictionary<string, double> BetterP(Dictionary<string, List<double>> losses, string model, string[] rivals, int horizon) =>
        losses.TryGetValue(model, out var own)
            ? rivals.ToDictionary(
                rival => rival, rival => DieboldMariano.BetterP(own.ToArray(), losses[rival].ToArray(), horizon), StringComparer.Ordinal)
            : [];
}
