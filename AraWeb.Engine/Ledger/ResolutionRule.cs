using AraWeb.Engine.Core;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Ledger;

/// <summary>
/// How a frozen horizon is decided, from bars alone and without judgement.
/// <list type="bullet">
/// <item>Resolved: the close of the h-th bar after the last one used decides. Bars are counted as they came; the calendar only says when to look.</item>
/// <item>Where prices were restated since (a split, a dividend adjustment), the last bar's own close is restated with them: the deciding close is brought
/// back to the scale of the frozen last close by that ratio, so that an adjustment is never taken for a return.</item>
/// <item>Void: the h-th bar starts later than the due bar plus <see cref="Grace"/>, or cannot come sooner because the series has newer bars already. What
/// came then is not what was forecast.</item>
/// <item>Void: the series is gone from a source that still has others, for longer than <see cref="Grace"/>; or it stands still for longer
/// than <see cref="Standstill"/>. Waiting counts from the due bar or from the issue, whichever is later. A series that merely stands still is given that long
/// because a program that was switched off finds every series so, before its first refresh.</item>
/// </list>
/// Everything else stays pending.
/// </summary>
internal static class ResolutionRule
{
    /// <summary>Number of this rule. A change to how anything is decided gets the next one; entries keep the number they were issued under.</summary>
    public const int Version = 1;

    /// <summary>How long a series without any new bar is waited for.</summary>
    public static readonly TimeSpan Standstill = TimeSpan.FromDays(365);

    private const int GraceBars = 30;

    private static readonly TimeSpan GraceBase = TimeSpan.FromDays(10);

    /// <summary>How late a bar may be: thirty bars, and ten days for holidays and outages of short time frames.</summary>
    public static TimeSpan Grace(Timeframe timeframe) => (GraceBars * timeframe.Length()) + GraceBase;

    /// <summary>The outcomes that can be told now, by horizon.</summary>
    /// <param name="entry">The forecast.</param>
    /// <param name="bars">Its series, from the last bar used or earlier on; null when the series is gone.</param>
    /// <param name="now">Time of the decision.</param>
    public static Dictionary<int, Outcome> Decide(ForecastEntry entry, BarSeries? bars, DateTimeOffset now)
    {
        var outcomes = new Dictionary<int, Outcome>();
        var first = bars is null ? 0 : FirstAfter(bars.Times, entry.LastBar.ToUnixTimeMilliseconds());
        foreach (var horizon in entry.Horizons.Where(horizon => horizon.Outcome is null))
        {
            var latest = horizon.DueBar + Grace(entry.Timeframe);
            var position = first + horizon.Bars - 1;
            if (bars is not null && position < bars.Count && bars[position].Time <= latest)
            {
                outcomes[horizon.Bars] = Resolve(entry, horizon, bars[position].Close * Scale(entry, bars, first), now);
            }
            else if (NeverComes(entry, horizon, bars, latest, now))
            {
                outcomes[horizon.Bars] = new Outcome(OutcomeState.Void, now, double.NaN, double.NaN, double.NaN);
            }
        }

        return outcomes;
    }

    private static bool NeverComes(ForecastEntry entry, FrozenHorizon horizon, BarSeries? bars, DateTimeOffset latest, DateTimeOffset now)
    {
        var waiting = now - (horizon.DueBar > entry.IssuedAt ? horizon.DueBar : entry.IssuedAt);
        return bars switch
        {
            null => waiting > Grace(entry.Timeframe),
            { Count: > 0 } when bars[^1].Time > latest => true,
            _ => waiting > Standstill,
        };
    }

    private static Outcome Resolve(ForecastEntry entry, FrozenHorizon horizon, double close, DateTimeOffset now)
    {
        var value = Math.Log(close / entry.LastClose);
        return new Outcome(
            OutcomeState.Resolved, now, close, value, Scores.CrpsFromQuantiles(Quantiles.Levels, horizon.Returns.Values, value));
    }

    private static double Scale(ForecastEntry entry, BarSeries bars, int first) =>
        first > 0 && bars[first - 1].Time == entry.LastBar ? entry.LastClose / bars[first - 1].Close : 1;

    private static int FirstAfter(ReadOnlySpan<long> times, long lastBar)
    {
        var position = times.BinarySearch(lastBar);
        return position >= 0 ? position + 1 : ~position;
    }
}
