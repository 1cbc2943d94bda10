using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers.Simulation;

/// <summary>
/// The price of one instrument as it goes on, minute by minute. A session's volatility is settled when it opens, from what happened before: the class's regime,
/// a GARCH recursion on past sessions, and a draw that makes returns Student-t. A minute's step is the sum of what market, class and instrument did in that
/// minute. Nothing is drawn for an end and then filled in, so that no bar says more of later ones than a random walk's would.
/// </summary>
internal sealed class SimulatedWalk(SimulatedInstrument instrument, int member, int seed)
{
    /// <summary>GARCH(1,1) with leverage for shares: reaction, extra reaction to falls, persistence; the long-run level is one.</summary>
    private const double Reaction = 0.08;

    private const double Persistence = 0.89;

    /// <summary>Degrees of freedom of the returns, as daily returns of shares have them.</summary>
    private const int Freedom = 5;

    /// <summary>No session may be wilder than this many typical ones.</summary>
    private const double WildestSession = 5;

    /// <summary>Shock in the recursion, in squared deviations, beyond which nothing counts.</summary>
    private const double LargestShock = 16;

    /// <summary>Share of a session's variance that comes while a share market is closed, and over the weekend of currencies.</summary>
    private const double ClosedShare = 0.2;

    private const double WeekendShare = 0.05;

    private const int Block = 30;

    private readonly double[] _liveliness = new double[MinuteShape.Day / Block];
    private readonly double _leverage = MinuteShape.IsSessionBound(instrument.AssetClass) ? 0.04 : 0;
    private double _logPrice = Math.Log(instrument.StartPrice);
    private double _variance = 1;
    private double _typical;
    private double _deviation;
    private double _drift;
    private double _previousClose = Math.Log(instrument.StartPrice);
    private DateTimeOffset _previousEnd;
    private double _open;
    private double _high;
    private double _low;
    private double _volume;

    /// <summary>The bars so far.</summary>
    public SimulatedHistory History { get; } = new(instrument);

    /// <summary>Whose price it is.</summary>
    public SimulatedInstrument Instrument => instrument;

    /// <summary>Goes through the minutes of a UTC day in which the calendar is open.</summary>
    public void Live(SimulatedDay day, MinutePath path, DateOnly firstHours, DateOnly firstMinutes)
    {
        var stream = new SeededStream(seed, StreamPart.Instrument, member, day.Number);
        DrawLiveliness(ref stream);
        foreach (var stretch in day.Stretches(instrument.AssetClass))
        {
            if (stretch.Opens)
            {
                Open(stretch.Session, day);
            }

            Walk(stretch, day, path, ref stream);
            _high = Math.Max(_high, path.High);
            _low = Math.Min(_low, path.Low);
            _volume += path.Volume;
            if (day.Date >= firstHours)
            {
                History.AddIntraday(day.Date, stretch, path, span: 60);
            }

            if (day.Date >= firstMinutes)
            {
                History.AddIntraday(day.Date, stretch, path, span: 1);
            }

            if (stretch.Closes)
            {
                Close(stretch.Session);
            }
        }
    }

    private void Open(DateOnly session, SimulatedDay day)
    {
        var regime = day.Regime(instrument.AssetClass);
        var stream = new SeededStream(seed, StreamPart.Session, member, session.DayNumber);
        var chiSquare = 0.0;
        for (var i = 0; i < Freedom; i++)
        {
            var normal = stream.NextNormal();
            chiSquare += normal * normal;
        }

        _typical = instrument.Volatility * regime.Volatility;
        _deviation = Math.Min(_typical * Math.Sqrt(_variance * (Freedom - 2) / chiSquare), WildestSession * instrument.Volatility);
        _drift = instrument.Volatility * regime.Drift;

        var opening = TradingCalendar.For(instrument.AssetClass).OpenOf(session);
        if (opening > _previousEnd)
        {
            var share = MinuteShape.IsSessionBound(instrument.AssetClass) ? ClosedShare : WeekendShare;
            _logPrice += _deviation * Math.Sqrt(share) * day.Gap(session, instrument, member);
        }

        (_open, _high, _low, _volume) = (_logPrice, _logPrice, _logPrice, 0);
    }

    private void Walk(TradingStretch stretch, SimulatedDay day, MinutePath path, ref SeededStream stream)
    {
        var isSessionBound = MinuteShape.IsSessionBound(instrument.AssetClass);
        var shape = MinuteShape.Of(instrument.AssetClass);
        var phase = isSessionBound ? stretch.Start - stretch.Offset : 0;
        var deviation = _deviation * Math.Sqrt((isSessionBound ? 1 - ClosedShare : 1) / shape.Length);
        var volume = instrument.VolumePerMinute * _deviation / instrument.Volatility;
        path.Begin(_logPrice, stretch.End - stretch.Start);
        for (var start = stretch.Start; start < stretch.End;)
        {
            var block = start / Block;
            var end = Math.Min((block + 1) * Block, stretch.End);
            path.Fill(
                start - stretch.Start,
                deviation * _liveliness[block],
                _drift / shape.Length,
                volume * _liveliness[block],
                ref stream,
                instrument,
                shape[(start - phase)..(end - phase)],
                day.Market.AsSpan(start..end),
                day.OfClass(instrument.AssetClass).AsSpan(start..end));
            start = end;
        }

        _logPrice = path.Closes[path.Count - 1];
    }

    private void Close(DateOnly session)
    {
        var shock = (_logPrice - _previousClose) / _typical;
        var squared = Math.Min(shock * shock, LargestShock);
        var level = 1 - Reaction - (_leverage / 2) - Persistence;
        _variance = level + ((Reaction + (shock < 0 ? _leverage : 0)) * squared) + (Persistence * _variance);
        _previousClose = _logPrice;
        _previousEnd = TradingCalendar.For(instrument.AssetClass).CloseOf(session);
        History.AddDay(new Bar(
            new DateTimeOffset(session, TimeOnly.MinValue, TimeSpan.Zero),
            instrument.PriceOf(_open), instrument.PriceOf(_high), instrument.PriceOf(_low), instrument.PriceOf(_logPrice), _volume));
    }

    // Volatility within the day wanders a little: half-hours follow each other by an autoregression in logs.
    private void DrawLiveliness(ref SeededStream stream)
    {
        var state = stream.NextNormal();
        for (var block = 0; block < _liveliness.Length; block++)
        {
            _liveliness[block] = Math.Exp((0.25 * state) - 0.0625);
            state = (0.7 * state) + (Math.Sqrt(1 - (0.7 * 0.7)) * stream.NextNormal());
        }
    }
}
