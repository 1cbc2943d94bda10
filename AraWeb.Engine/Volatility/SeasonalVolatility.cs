using AraWeb.Engine.Core;

namespace AraWeb.Engine.Volatility;

/// <summary>
/// Takes the usual course of the trading day and week out of intraday variance, lets another model forecast the rest, and puts the course of the
/// coming bars back
/// in (Andersen and Bollerslev 1997). Slots count from the session's opening, so that a change of the clock moves nothing. Which slots come next is
/// taken from
/// what followed the last time. Leaves out events of the calendar, such as announcements.
/// </summary>
public sealed class SeasonalVolatility : IVolatilityModel
{
    private const int DaysPerWeek = 7;

    /// <summary>Shortest slot: shorter ones would have too little to learn from.</summary>
    private static readonly TimeSpan ShortestSlot = TimeSpan.FromMinutes(30);

    /// <summary>Weight of a new day in a slot's level: about a month and a half of days.</summary>
    private const double DayRate = 0.03;

    /// <summary>Weight of a new week in the difference of a weekday's slot, and the weeks that no difference is worth at the start.</summary>
    private const double WeekRate = 0.05;

    private const int WeekPrior = 5;

    /// <summary>Weight of a new bar in the level that slots are compared with: about two days of hours.</summary>
    private const double LevelRate = 0.02;

    private readonly IVolatilityModel _inner;
    private readonly TradingCalendar _calendar;
    private readonly Timeframe _timeframe;
    private readonly long _slotLength;
    private readonly int _slotsPerDay;
    private readonly double[] _day;
    private readonly int[] _dayCounts;
    private readonly double[] _week;
    private readonly int[] _weekCounts;
    private readonly int[] _following;
    private double _level = double.NaN;
    private int _slot = -1;

    /// <summary>Makes a model.</summary>
    /// <param name="inner">Forecasts the variance without its daily course.</param>
    /// <param name="calendar">Where sessions open.</param>
    /// <param name="timeframe">The span of a bar, below a day.</param>
    public SeasonalVolatility(IVolatilityModel inner, TradingCalendar calendar, Timeframe timeframe)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(calendar);
        _inner = inner;
        _calendar = calendar;
        _timeframe = timeframe;
        var length = timeframe.Length() < ShortestSlot ? ShortestSlot : timeframe.Length();
        _slotLength = (long)length.TotalMilliseconds;

        // One more than a day holds: stamps on the hour can lie before a session that opens on the half hour.
        _slotsPerDay = 2 + (int)(TimeSpan.FromDays(1) / length);
        _day = new double[_slotsPerDay];
        _dayCounts = new int[_slotsPerDay];
        _week = new double[_slotsPerDay * DaysPerWeek];
        _weekCounts = new int[_week.Length];
        _following = new int[_week.Length];
        Array.Fill(_following, -1);
    }

    /// <inheritdoc/>
    public string Id => $"seasonal_{_inner.Id}";

    /// <inheritdoc/>
    public bool IsReady => _inner.IsReady;

    /// <inheritdoc/>
    public void Add(in VarianceObservation observation)
    {
        var slot = SlotOf(observation.Time);
        if (_slot >= 0)
        {
            _following[_slot] = slot;
        }

        _slot = slot;
        var log = Math.Log(observation.Variance);
        if (double.IsNaN(_level))
        {
            _level = log;
        }

        var factor = Factor(slot);
        _inner.Add(observation with { Variance = observation.Variance / factor, LogReturn = observation.LogReturn / Math.Sqrt(factor) });
        Learn(slot, log);
    }

    /// <inheritdoc/>
    public void Forecast(Span<double> variances)
    {
        _inner.Forecast(variances);
        var sum = 0.0;
        var slot = _slot;
        for (var h = 1; h <= variances.Length; h++)
        {
            slot = slot < 0 ? slot : _following[slot];
            sum += slot < 0 ? 1 : Factor(slot);
            variances[h - 1] *= sum / h;
        }
    }

    private double Factor(int slot) => Math.Exp(_day[slot % _slotsPerDay] + _week[slot]);

    private void Learn(int slot, double log)
    {
        var ofDay = slot % _slotsPerDay;
        var surprise = log - _level - _day[ofDay] - _week[slot];
        _day[ofDay] += Math.Max(DayRate, 1.0 / (1 + _dayCounts[ofDay]++)) * surprise;
        _week[slot] += Math.Max(WeekRate, 1.0 / (WeekPrior + _weekCounts[slot]++)) * (log - _level - _day[ofDay] - _week[slot]);
        _level += LevelRate * (log - _day[ofDay] - _week[slot] - _level);
    }

    private int SlotOf(long time)
    {
        var start = DateTimeOffset.FromUnixTimeMilliseconds(time);
        var session = _calendar.SessionOf(start, _timeframe);
        var open = _calendar.IsSession(session) ? _calendar.OpenOf(session) : new DateTimeOffset(session, TimeOnly.MinValue, TimeSpan.Zero);
        var slot = 1 + (int)Math.Floor((double)(time - open.ToUnixTimeMilliseconds()) / _slotLength);
        return ((int)session.DayOfWeek * _slotsPerDay) + Math.Clamp(slot, 0, _slotsPerDay - 1);
    }
}
