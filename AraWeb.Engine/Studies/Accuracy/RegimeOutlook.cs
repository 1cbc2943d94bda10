using AraWeb.Engine.Core;
using AraWeb.Engine.Regime;
using AraWeb.Engine.Volatility;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>
/// How well the product's states of real series are foretold, and what they say of volatility. Every origin sees its past only; the truth of a state is
/// what the product said when the time had come. Three forecasts of the state: the product's; the same transitions from today's state taken as certain; and
/// a hidden Markov model fitted as if rows were independent.
/// </summary>
internal sealed class RegimeOutlook
{
    /// <summary>Bars ahead that are scored.</summary>
    public static readonly int[] Horizons = [1, 5, 20];

    /// <summary>Names of the forecasts of the state.</summary>
    public static readonly string[] Forecasts = ["product", "certain", "hmm_t"];

    /// <summary>Bars before the first origin: two years.</summary>
    public const int WarmUp = 504;

    /// <summary>Bars between two origins: a quarter.</summary>
    public const int Step = 63;

    /// <summary>No probability is scored as lower: one forecast that was sure and wrong would outweigh thousands.</summary>
    public const double LeastProbability = 1e-3;

    private readonly double[,] _losses = new double[Forecasts.Length, Horizons.Length];
    private readonly int[] _bars = new int[RegimeReport.States];
    private double _explained;
    private double _total;
    private int _switches;
    private int _said;

    /// <summary>Origins scored.</summary>
    public int Count { get; private set; }

    /// <summary>Share of the variance of the next 20 bars' log variance, within a series, that the state explains.</summary>
    public double VarianceExplained => _explained / _total;

    /// <summary>Changes of state in 252 bars.</summary>
    public double SwitchesPerYear => 252.0 * _switches / _said;

    /// <summary>Share of bars in a state.</summary>
    public double ShareOf(RegimeType state) => (double)_bars[(int)state] / _said;

    /// <summary>Mean negative log probability that a forecast gave to the state that came.</summary>
    public double LogLoss(int forecast, int horizon) => _losses[forecast, horizon] / Count;

    /// <summary>Adds a series.</summary>
    public void Add(BarSeries bars, (int First, int End) scored, CancellationToken cancellationToken)
    {
        var variances = RangeVariance.Compute(bars);
        var track = new RegimeTrack();
        var said = new RegimeType?[scored.End];
        var open = new List<(int Origin, double[][] Ahead)>();
        for (var t = 0; t < scored.End; t++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            track.Add(new RegimeObservation(bars.Close[t], variances[t], bars.Volume[t]));
            said[t] = track.Current;
            if (t < scored.First || said[t] is not { } state)
            {
                continue;
            }

            _said++;
            _bars[(int)state]++;
            _switches += said[t - 1] != state ? 1 : 0;
            if ((t - scored.First) % Step == 0 && t + Horizons[^1] < scored.End)
            {
                open.Add((t, Foretell(track, state)));
            }
        }

        Score(open, said);
        Explain(variances, said, scored.First);
    }

    /// <summary>[forecast x horizon] distributions.</summary>
    private static double[][] Foretell(RegimeTrack track, RegimeType state)
    {
        var rows = track.Seen.Take(track.UsableRows(track.Columns), track.Columns);
        track.Scaler!.Apply(rows, rows);
        var opinion = HmmOpinion.Of(track, rows);
        var ahead = new List<double[]>();
        ahead.AddRange(Horizons.Select(track.Ahead));
        ahead.AddRange(Horizons.Select(bars => Certain(track, state, bars)));
        ahead.AddRange(Horizons.Select(opinion.Ahead));
        return [.. ahead];
    }

    private static double[] Certain(RegimeTrack track, RegimeType state, int bars)
    {
        var now = new double[track.Names.Count];
        var then = new double[now.Length];
        for (var k = 0; k < now.Length; k++)
        {
            now[k] = track.Names[k] == state ? 1 : 0;
        }

        track.Chain!.Forecast(now, bars, then);
        return StateNames.Spread(then, track.Names);
    }

    private void Score(List<(int Origin, double[][] Ahead)> open, RegimeType?[] said)
    {
        foreach (var (origin, ahead) in open)
        {
            Count++;
            for (var forecast = 0; forecast < Forecasts.Length; forecast++)
            {
                for (var h = 0; h < Horizons.Length; h++)
                {
                    var probability = ahead[(forecast * Horizons.Length) + h][(int)said[origin + Horizons[h]]!.Value];
                    _losses[forecast, h] -= Math.Log(Math.Max(LeastProbability, probability));
                }
            }
        }
    }

    /// <summary>Sums of squares of the next bars' log variance: between states and in all.</summary>
    private void Explain(double[] variances, RegimeType?[] said, int first)
    {
        var ahead = Horizons[^1];
        var outcomes = new List<(int State, double Value)>();
        for (var t = first; t + ahead < said.Length; t++)
        {
            if (said[t] is { } state)
            {
                outcomes.Add(((int)state, Math.Log(Numerics.SpanMath.Mean(variances.AsSpan(t + 1, ahead)))));
            }
        }

        var mean = outcomes.Count > 0 ? outcomes.Average(outcome => outcome.Value) : 0;
        _total += outcomes.Sum(outcome => (outcome.Value - mean) * (outcome.Value - mean));
        foreach (var group in outcomes.GroupBy(outcome => outcome.State))
        {
            var gap = group.Average(outcome => outcome.Value) - mean;
            _explained += group.Count() * gap * gap;
        }
    }
}
