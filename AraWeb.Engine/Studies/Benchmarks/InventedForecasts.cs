using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;

namespace AraWeb.Engine.Studies.Benchmarks;

/// <summary>Invented entries of a ledger and their outcomes, for timing only. Every third is daily with thirty horizons, the others hourly with five.</summary>
internal sealed class InventedForecasts
{
    private const int Symbols = 10;
    private const int DailyShare = 3;
    private const double Deviation = 0.01;

    private static readonly DateTimeOffset Start = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A normal distribution by its nine quantiles.</summary>
    private static readonly double[] Shape = [-1.96, -1.645, -1.282, -0.674, 0, 0.674, 1.282, 1.645, 1.96];

    private readonly Random _random;

    /// <summary>Starts anew.</summary>
    public InventedForecasts(int seed) => _random = new Random(seed);

    /// <summary>A symbol that forecasts are of.</summary>
    public static Symbol SymbolOf(int index) => Symbol.Parse($"BENCH{index % Symbols}");

    /// <summary>The forecast with this number, from 0 on.</summary>
    public ForecastEntry Make(int index)
    {
        var timeframe = index % DailyShare == 0 ? Timeframe.OneDay : Timeframe.OneHour;
        var symbol = SymbolOf(index / DailyShare);
        var lastBar = Start + (index / DailyShare / Symbols * timeframe.Length()) + (index % DailyShare * TimeSpan.FromDays(4000));
        return new ForecastEntry(
            Guid.CreateVersion7(lastBar),
            symbol,
            timeframe,
            lastBar + timeframe.Length(),
            lastBar,
            LastClose: 100,
            new Provenance("bench", IsSimulated: true, lastBar + timeframe.Length(), 2520, "bench-1", new string('0', 64), []),
            [.. Enumerable.Range(Horizon.Min, Horizon.Max).Select(bars => Ahead(bars, lastBar + (bars * timeframe.Length())))]);
    }

    /// <summary>Outcomes of all its horizons.</summary>
    public EntryOutcomes Resolve(ForecastEntry entry) => new(
        entry.Id,
        entry.Horizons.ToDictionary(horizon => horizon.Bars, horizon =>
        {
            var value = Deviation * Math.Sqrt(horizon.Bars) * 3 * (_random.NextDouble() - 0.5);
            return new Outcome(OutcomeState.Resolved, horizon.DueBar, entry.LastClose * Math.Exp(value), value, Crps: 0);
        }));

    private FrozenHorizon Ahead(int bars, DateTimeOffset due)
    {
        var scale = Deviation * Math.Sqrt(bars) * (0.5 + _random.NextDouble());
        return new FrozenHorizon(bars, due, new Quantiles([.. Shape.Select(z => z * scale)]), Mean: 0, ProbabilityUp: 0.5, Outcome: null)
        {
            Baselines = new FrozenBaselines(0.0001 * bars, 1.2 * scale, 1.1 * scale, 0.9 * scale, 1.05 * scale),
        };
    }
}
