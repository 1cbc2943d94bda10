using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Remote.Symbols;
using AraWeb.Engine.Providers.Validation;

namespace AraWeb.Engine.Providers.Remote;

/// <summary>Rows of one request while the pages of it come in.</summary>
internal sealed class RemoteRows
{
    private readonly TradingCalendar _calendar;

    /// <summary>Starts without rows.</summary>
    public RemoteRows(MarketName name, Timeframe timeframe, DateTimeOffset from, DateTimeOffset now)
    {
        (Name, Timeframe, From, Now) = (name, timeframe, from, now);
        _calendar = TradingCalendar.For(name.AssetClass);
        Raw = new RawBars(1024) { HasVolume = name.AssetClass is not (AssetClass.Forex or AssetClass.Index) };
    }

    /// <summary>Whose rows.</summary>
    public MarketName Name { get; }

    /// <summary>Of which time frame.</summary>
    public Timeframe Timeframe { get; }

    /// <summary>Earliest start that is wanted.</summary>
    public DateTimeOffset From { get; }

    /// <summary>The moment of the request: nothing that ends later is taken.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The rows so far.</summary>
    public RawBars Raw { get; }

    /// <summary>Adds a row by its start.</summary>
    public void Add(DateTimeOffset start, double open, double high, double low, double close, double volume)
    {
        Raw.RowsRead++;
        var row = Raw.RowsRead;
        if (double.IsNaN(open) && double.IsNaN(high) && double.IsNaN(low) && double.IsNaN(close))
        {
            // A row of nothing is how services say that there was no trade.
            return;
        }

        Raw.Add(new RawBar(start.ToUnixTimeMilliseconds(), open, high, low, close, Raw.HasVolume ? volume : 0, row));
    }

    /// <summary>
    /// Adds a daily row whose own day ends at <paramref name="end"/>; left out before that, and on days that have no session by the calendar.
    /// </summary>
    public void AddDay(DateOnly day, DateTimeOffset end, (double Open, double High, double Low, double Close, double Volume) bar)
    {
        if (end <= Now && _calendar.IsSession(day))
        {
            Add(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero), bar.Open, bar.High, bar.Low, bar.Close, bar.Volume);
        }
    }

    /// <summary>Adds an intraday row when it starts within a session of the calendar and has ended.</summary>
    public void AddIntraday(DateTimeOffset start, (double Open, double High, double Low, double Close, double Volume) bar)
    {
        var session = _calendar.SessionOf(start, Timeframe);
        if (_calendar.OpenOf(session) <= start && start < _calendar.CloseOf(session))
        {
            Add(start, bar.Open, bar.High, bar.Low, bar.Close, bar.Volume);
        }
    }
}
