using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers.Simulation;

/// <summary>
/// All simulated instruments, taken through one UTC day after another from a fixed first day. The same seed gives the same bars to the bit, whenever and in how
/// many steps one gets there. Not safe for use by several threads; knows no clock.
/// </summary>
internal sealed class SimulatedMarket
{
    /// <summary>The first session of all calendars.</summary>
    public static readonly DateOnly FirstSession = new(2021, 1, 4);

    /// <summary>Days back for which hours are kept.</summary>
    public const int DaysOfHours = 60;

    /// <summary>Days back for which minutes are kept.</summary>
    public const int DaysOfMinutes = 10;

    private readonly SimulatedDay _day;
    private readonly MinutePath _path = new();
    private readonly SimulatedWalk[] _walks;

    // The week of currencies opens on the evening before the first session.
    private DateOnly _next = FirstSession.AddDays(-1);

    /// <summary>Makes a market in which nothing has happened yet.</summary>
    public SimulatedMarket(int seed)
    {
        _day = new SimulatedDay(seed);
        _walks = [.. SimulatedInstrument.All.Select((instrument, member) => new SimulatedWalk(instrument, member, seed))];
    }

    /// <summary>Lives through all days up to and including <paramref name="today"/>. Cancelled between two days, it can be taken up again.</summary>
    public void AdvanceTo(DateOnly today, CancellationToken cancellationToken)
    {
        var (firstHours, firstMinutes) = (today.AddDays(-DaysOfHours), today.AddDays(-DaysOfMinutes));
        for (; _next <= today; _next = _next.AddDays(1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            _day.Begin(_next);
            foreach (var walk in _walks)
            {
                if (_next >= FirstSession || walk.Instrument.AssetClass == AssetClass.Forex)
                {
                    walk.Live(_day, _path, firstHours, firstMinutes);
                }
            }
        }

        foreach (var walk in _walks)
        {
            walk.History.Trim(firstHours, firstMinutes);
        }
    }

    /// <summary>Bars of one instrument, also of minutes that lie ahead on the last day; hours and minutes from a UTC day on.</summary>
    public BarSeries Read(Symbol symbol, Timeframe timeframe, DateOnly first) =>
        Array.Find(_walks, walk => walk.Instrument.Symbol == symbol)!.History.Read(timeframe, first);
}
