using System.Globalization;
using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Prediction.Walk;

namespace AraWeb.Engine.Studies.Xray;

/// <summary>Compares forecasts of one series with those from the same series cut off, and with another future.</summary>
internal static class ForecastXray
{
    /// <summary>Seed of the other futures.</summary>
    public const int Seed = 20261122;

    /// <summary>Deviation of a step of the invented future: far from any market's, so that whatever looks at it shows.</summary>
    private const double StepDeviation = 0.08;

    /// <summary>Examines a series with the live model.</summary>
    public static LookAheadRow Examine(BarSeries bars, int cuts, CancellationToken cancellationToken) =>
        Examine(bars, cuts, (series, observer) => ForecastModel.Walk(series, Horizon.Max, observer, cancellationToken));

    /// <summary>Examines a series with a given method.</summary>
    /// <param name="bars">Oldest first.</param>
    /// <param name="cuts">Dates to examine.</param>
    /// <param name="walk">Walks over a series and reports every outcome.</param>
    public static LookAheadRow Examine(BarSeries bars, int cuts, Action<BarSeries, IWalkObserver> walk)
    {
        var whole = new Recorder();
        walk(bars, whole);
        var random = new Random(Seed);
        var (compared, differing) = (0, 0);
        string? first = null;
        for (var i = 1; i <= cuts; i++)
        {
            var last = ForecastModel.RequiredBars + (int)((long)i * (bars.Count - ForecastModel.RequiredBars - 1) / (cuts + 1));
            foreach (var (kind, other) in new[] { ("cut off", Flat(bars, last)), ("another future", Invented(bars, last, random)) })
            {
                var seen = new Recorder();
                walk(other, seen);
                foreach (var horizon in whole.Horizons(last))
                {
                    compared++;
                    if (!whole.At(last, horizon).AsSpan().SequenceEqual(seen.At(last, horizon)))
                    {
                        differing++;
                        first ??= string.Create(CultureInfo.InvariantCulture, $"{bars[last].Time:yyyy-MM-dd}, {horizon} bars ahead, {kind}");
                    }
                }
            }
        }

        return new LookAheadRow(bars.Symbol.Text, bars.Count, compared, differing, first);
    }

    /// <summary>The series up to a bar, and just enough flat bars after it for its forecasts to be settled and so reported.</summary>
    private static BarSeries Flat(BarSeries bars, int last) => Continue(bars, last, close => close);

    private static BarSeries Invented(BarSeries bars, int last, Random random) =>
        Continue(bars, last, close => close * Math.Exp(StepDeviation * ((2 * random.NextDouble()) - 1)));

    private static BarSeries Continue(BarSeries bars, int last, Func<double, double> next)
    {
        var list = new List<Bar>(last + Horizon.Max + 1);
        for (var t = 0; t <= last; t++)
        {
            list.Add(bars[t]);
        }

        for (var t = last + 1; t < bars.Count && t <= last + Horizon.Max; t++)
        {
            var open = list[^1].Close;
            var close = next(open);
            list.Add(new Bar(bars[t].Time, open, Math.Max(open, close), Math.Min(open, close), close, 0));
        }

        return BarSeries.FromBars(bars.Symbol, bars.AssetClass, bars.Timeframe, list);
    }

    private sealed class Recorder : IWalkObserver
    {
        private readonly Dictionary<(int IssuedAt, int Horizon), double[]> _said = [];

        public void OnOutcome(int issuedAt, int horizon, in IssuedForecast forecast, double outcome) =>
            _said[(issuedAt, horizon)] = [forecast.Mean, forecast.Volatility, forecast.Degrees, forecast.Scale, .. forecast.Quantiles];

        public IEnumerable<int> Horizons(int issuedAt) => Enumerable.Range(1, Horizon.Max).Where(horizon => _said.ContainsKey((issuedAt, horizon)));

        public double[] At(int issuedAt, int horizon) => _said.GetValueOrDefault((issuedAt, horizon), []);
    }
}
