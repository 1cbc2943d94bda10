using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers.Remote;

/// <summary>How far back a request reaches that does not say so: what the models use, without emptying a service's allowance.</summary>
internal static class HistoryDepth
{
    /// <summary>Bars before the wanted ones that the validator gets as its measure of what is usual.</summary>
    public const int LeadIn = 60;

    private static readonly DateTimeOffset Beginning = new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Earliest bar of a request without a start.</summary>
    public static DateTimeOffset Earliest(Timeframe timeframe, DateTimeOffset now) => timeframe switch
    {
        Timeframe.OneMinute => now.AddDays(-7),
        Timeframe.FiveMinutes => now.AddDays(-55),
        Timeframe.OneHour => now.AddDays(-720),
        Timeframe.FourHours => now.AddDays(-1440),
        _ => Beginning,
    };

    /// <summary>A moment that surely lies before the last <paramref name="bars"/> bars.</summary>
    public static DateTimeOffset Before(DateTimeOffset end, double bars, AssetClass assetClass, Timeframe timeframe)
    {
        // Calendar time per bar time, rounded up: round the clock; 24 hours on 5 days; 6.5 hours on 252 days; and days for holidays.
        var (stretch, holidays) = assetClass switch
        {
            AssetClass.Crypto => (1.0, 0),
            AssetClass.Forex => (1.5, 4),
            _ when timeframe.IsIntraday() => (6.0, 5),
            _ => (1.5, 5),
        };
        var ticks = (bars * stretch * timeframe.Length().Ticks) + (holidays * (double)TimeSpan.TicksPerDay);
        return ticks < (end - Beginning).Ticks ? end.AddTicks(-(long)ticks) : Beginning;
    }
}
