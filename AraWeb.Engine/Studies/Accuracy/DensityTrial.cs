using AraWeb.Engine.Core;
using AraWeb.Engine.Evaluation;
using AraWeb.Engine.Numerics;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Prediction.Walk;
using AraWeb.Engine.Volatility;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>
/// Walks the live model over one series and scores its Student-t density of one horizon against four rivals: normal with the past year's variance,
/// EWMA with normal
/// and with Student-t tails, and GARCH-t. All have zero mean but the product; all see only the past.
/// </summary>
internal sealed class DensityTrial : IWalkObserver
{
    /// <summary>The model that is live.</summary>
    public const string Product = "product";

    private const double Percent = 100;
    private const double FixedDegrees = 5;

    private static readonly string[] Names = ["normal", "ewma_normal", "ewma_t5", "garch_t", Product];

    private readonly BarSeries _bars;
    private readonly int _horizon;
    private readonly int _first;
    private readonly (double Constant, double Ewma, double Garch, double Degrees)[] _rivals;
    private readonly List<double>[] _logs = [.. Names.Select(_ => new List<double>())];
    private readonly List<double>[] _crps = [.. Names.Select(_ => new List<double>())];
    private int _firstScored = -1;
    private int _lastScored;

    private DensityTrial(BarSeries bars, int horizon, int first)
    {
        _bars = bars;
        _horizon = horizon;
        _first = first;
        _rivals = Rivals(bars, horizon);
    }

    /// <summary>Runs the trial.</summary>
    public static DensityScore Run(BarSeries bars, int horizon, (int First, int End) scored, CancellationToken cancellationToken)
    {
        var trial = new DensityTrial(bars, horizon, scored.First);
        ForecastModel.Walk(bars.Slice(0, scored.End), horizon, trial, cancellationToken);
        return trial.Result();
    }

    /// <inheritdoc/>
    public void OnOutcome(int issuedAt, int horizon, in IssuedForecast forecast, double outcome)
    {
        if (horizon != _horizon || issuedAt + horizon < _first)
        {
            return;
        }

        var (constant, ewma, garch, degrees) = _rivals[issuedAt];
        if (double.IsNaN(constant) || double.IsNaN(ewma) || double.IsNaN(garch))
        {
            return;
        }

        _firstScored = _firstScored < 0 ? issuedAt + horizon : _firstScored;
        _lastScored = issuedAt + horizon;
        var y = Percent * outcome;
        AddNormal(0, constant, y);
        AddNormal(1, ewma, y);
        Add(2, 0, Scale(ewma, FixedDegrees), FixedDegrees, y);
        Add(3, 0, Scale(garch, degrees), degrees, y);
        Add(4, Percent * forecast.Mean, Percent * forecast.Scale, forecast.Degrees, y);
    }

    /// <summary>Scale of a Student t whose deviation is given.</summary>
    private static double Scale(double deviation, double degrees) => deviation * Math.Sqrt((degrees - 2) / degrees);

    private static (double Constant, double Ewma, double Garch, double Degrees)[] Rivals(BarSeries bars, int horizon)
    {
        var constant = new RollingVariance(252);
        var ewma = new Ewma(Ewma.RiskMetricsDecay, usesRange: false);
        var garch = new GarchT();
        var rivals = new (double, double, double, double)[bars.Count];
        Span<double> path = stackalloc double[horizon];
        for (var t = 0; t < bars.Count; t++)
        {
            var observation = new VarianceObservation(double.NaN, t > 0 ? Math.Log(bars.Close[t] / bars.Close[t - 1]) : 0);
            constant.Add(observation);
            ewma.Add(observation);
            garch.Add(observation);
            rivals[t] = (Deviation(constant, path), Deviation(ewma, path), Deviation(garch, path), garch.Fit?.Parameters.Degrees ?? double.NaN);
        }

        return rivals;
    }

    private static double Deviation(IVolatilityModel model, Span<double> path)
    {
        model.Forecast(path);
        return Percent * Math.Sqrt(path.Length * path[^1]);
    }

    private void AddNormal(int model, double deviation, double outcome)
    {
        _logs[model].Add(Scores.LogLossNormal(0, deviation, outcome));
        _crps[model].Add(Scores.CrpsNormal(0, deviation, outcome));
    }

    private void Add(int model, double location, double scale, double degrees, double outcome)
    {
        _logs[model].Add(Scores.LogLossStudentT(location, scale, degrees, outcome));
        _crps[model].Add(Scores.CrpsStudentT(location, scale, degrees, outcome));
    }

    private DensityScore Result()
    {
        var count = _logs[0].Count;
        if (count == 0)
        {
            throw new InsufficientDataException(_bars.Symbol, _bars.Count, StudySeries.WarmUp + ForecastModel.RequiredBars);
        }

        DateOnly DateOf(int index) => DateOnly.FromDateTime(_bars[index].Time.UtcDateTime);
        return new DensityScore(
            _bars.Symbol.Text, count, DateOf(_firstScored), DateOf(_lastScored),
            ByName(i => -_logs[i].Average()), ByName(i => _crps[i].Average()),
            Tests(_logs), Tests(_crps));
    }

    private static Dictionary<string, double> ByName(Func<int, double> value) =>
        Enumerable.Range(0, Names.Length).ToDictionary(i => Names[i], value, StringComparer.Ordinal);

    private Dictionary<string, double> Tests(List<double>[] losses) => Enumerable.Range(0, Names.Length - 1).ToDictionary(
        i => Names[i], i => DieboldMariano.BetterP(losses[^1].ToArray(), losses[i].ToArray(), _horizon), StringComparer.Ordinal);
}
