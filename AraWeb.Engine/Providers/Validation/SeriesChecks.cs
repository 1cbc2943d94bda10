using AraWeb.Engine.Core;
using AraWeb.Engine.Core.Calendars;

namespace AraWeb.Engine.Providers.Validation;

/// <summary>
/// Looks over the accepted bars for what only shows in a stretch: gaps, days outside the calendar, stale and volumeless runs, stamps in the future.
/// </summary>
internal sealed class SeriesChecks(AssetClass assetClass, Timeframe timeframe, DefectLog log)
{
    /// <summary>Equal bars in a row that are too many; minutes of quiet instruments do repeat.</summary>
    private readonly int _longRun = timeframe < Timeframe.OneHour ? 30 : 5;

    private readonly TradingCalendar _calendar = TradingCalendar.For(assetClass);

    /// <summary>Adds what is found to the log; changes no bar.</summary>
    public void Run(RawBars bars, bool hasVolume, DateTimeOffset now)
    {
        CheckVolume(bars, hasVolume);
        CheckRuns(bars, DefectKind.StaleRun, SamePrices, "bars in a row have the same prices");
        for (var i = 0; i < bars.Count; i++)
        {
            var bar = bars[i];
            if (bar.Time > now.ToUnixTimeMilliseconds())
            {
                log.Add(DefectKind.Future, DefectSeverity.Dropped, bar.Row, bar.Time, "The stamp lies in the future; the bar is not used before its time.");
            }
            else if (_calendar is not NyseCalendar || DayOf(bar.Time).Year >= NyseCalendar.FirstExactYear)
            {
                CheckCalendar(bars, i);
            }
        }
    }

    private void CheckCalendar(RawBars bars, int i)
    {
        var bar = bars[i];
        if (timeframe == Timeframe.OneDay && !_calendar.IsSession(DayOf(bar.Time)))
        {
            Suspect(DefectKind.OutsideCalendar, bar, $"{DayOf(bar.Time):dddd} {DayOf(bar.Time):yyyy-MM-dd} is no session of the {_calendar.Name} calendar.");
        }

        if (i > 0 && CountMissing(bars[i - 1].Time, bar.Time) is > 0 and var missing)
        {
            Suspect(DefectKind.Gap, bar, $"{missing} {(missing == 1 ? "bar is" : "bars are")} missing before this one.");
        }
    }

    private int CountMissing(long earlier, long later)
    {
        var missing = 0;
        var from = DateTimeOffset.FromUnixTimeMilliseconds(earlier);
        for (var ask = 1; ; ask = 512)
        {
            foreach (var expected in _calendar.BarsAfter(from, timeframe, ask))
            {
                if (expected.ToUnixTimeMilliseconds() >= later)
                {
                    return missing;
                }

                missing++;
                from = expected;
            }
        }
    }

    private void CheckVolume(RawBars bars, bool hasVolume)
    {
        if (assetClass is AssetClass.Index or AssetClass.Forex || bars.Count == 0)
        {
            return;
        }

        if (!hasVolume)
        {
            log.AddFile(DefectKind.NoVolume, DefectSeverity.Suspicious, "There is no volume column; volumes are taken as zero.");
            return;
        }

        for (var i = 0; i < bars.Count; i++)
        {
            if (bars[i].Volume > 0)
            {
                CheckRuns(bars, DefectKind.ZeroVolumeRun, static (bar, previous) => bar.Volume == 0 && previous.Volume == 0, "bars in a row have no volume");
                return;
            }
        }

        log.AddFile(DefectKind.NoVolume, DefectSeverity.Suspicious, "Every volume is zero.");
    }

    private void CheckRuns(RawBars bars, DefectKind kind, Func<RawBar, RawBar, bool> belongs, string words)
    {
        var start = 0;
        for (var i = 1; i <= bars.Count; i++)
        {
            if (i < bars.Count && belongs(bars[i], bars[i - 1]))
            {
                continue;
            }

            if (i - start >= _longRun)
            {
                Suspect(kind, bars[start], $"{i - start} {words}, up to row {bars[i - 1].Row}.");
            }

            start = i;
        }
    }

    private static bool SamePrices(RawBar bar, RawBar previous) =>
        bar.Open == previous.Open && bar.High == previous.High && bar.Low == previous.Low && bar.Close == previous.Close;

    private void Suspect(DefectKind kind, RawBar bar, string message) => log.Add(kind, DefectSeverity.Suspicious, bar.Row, bar.Time, message);

    private static DateOnly DayOf(long time) => DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(time).UtcDateTime);
}
