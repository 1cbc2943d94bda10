using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers.Simulation;

/// <summary>
/// The bars of one simulated instrument. Days are kept for good, hours and minutes by UTC day for as long as they are wanted. Bars of a longer span are
/// made from the same minutes, so that they are their exact aggregate.
/// </summary>
internal sealed class SimulatedHistory(SimulatedInstrument instrument)
{
    private readonly List<Bar> _days = [];
    private readonly SortedDictionary<DateOnly, List<Bar>> _hours = [];
    private readonly SortedDictionary<DateOnly, List<Bar>> _minutes = [];
    private BarSeries? _daySeries;

    /// <summary>Adds a finished session.</summary>
    public void AddDay(Bar bar) => _days.Add(bar);

    /// <summary>Adds bars of <paramref name="span"/> minutes that lie in one UTC day.</summary>
    public void AddIntraday(DateOnly day, TradingStretch stretch, MinutePath path, int span)
    {
        var byDay = span == 1 ? _minutes : _hours;
        if (!byDay.TryGetValue(day, out var bars))
        {
            byDay[day] = bars = [];
        }

        var midnight = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        for (var first = 0; first < path.Count; first += span)
        {
            var end = Math.Min(first + span, path.Count);
            bars.Add(Join(path, first, end, midnight.AddMinutes(stretch.Start + first)));
        }
    }

    /// <summary>Forgets bars of days before these.</summary>
    public void Trim(DateOnly firstHours, DateOnly firstMinutes)
    {
        Trim(_hours, firstHours);
        Trim(_minutes, firstMinutes);
    }

    /// <summary>Bars in ascending order; those of hours and minutes from a UTC day on.</summary>
    public BarSeries Read(Timeframe timeframe, DateOnly first) => timeframe switch
    {
        Timeframe.OneDay => _daySeries = _daySeries?.Count == _days.Count ? _daySeries : Series(timeframe, _days),
        Timeframe.OneHour => Series(timeframe, [.. From(_hours, first)]),
        Timeframe.OneMinute => Series(timeframe, [.. From(_minutes, first)]),
        _ => throw new ArgumentOutOfRangeException(nameof(timeframe), timeframe, "The simulated market has minutes, hours and days."),
    };

    private static IEnumerable<Bar> From(SortedDictionary<DateOnly, List<Bar>> byDay, DateOnly first) =>
        byDay.Where(day => day.Key >= first).SelectMany(day => day.Value);

    private static void Trim(SortedDictionary<DateOnly, List<Bar>> byDay, DateOnly first)
    {
        while (byDay.Count > 0 && byDay.Keys.First() is var oldest && oldest < first)
        {
            byDay.Remove(oldest);
        }
    }

    private Bar Join(MinutePath path, int first, int end, DateTimeOffset time)
    {
        var (high, low, volume) = (double.MinValue, double.MaxValue, 0.0);
        for (var i = first; i < end; i++)
        {
            high = Math.Max(high, path.Highs[i]);
            low = Math.Min(low, path.Lows[i]);
            volume += path.Volumes[i];
        }

        var open = first == 0 ? path.Start : path.Closes[first - 1];
        return new Bar(
            time, instrument.PriceOf(open), instrument.PriceOf(high), instrument.PriceOf(low), instrument.PriceOf(path.Closes[end - 1]), volume);
    }

    private BarSeries Series(Timeframe timeframe, List<Bar> bars) => BarSeries.FromBars(instrument.Symbol, instrument.AssetClass, timeframe, bars);
}
