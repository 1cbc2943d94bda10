using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;
using AraWeb.Formatting;

namespace AraWeb.Components.Pages.Predictions;

/// <summary>
/// Reads the newest price and what it is compared with: the close of the session before where daily bars are there, else the bar before. Finished bars only.
/// </summary>
internal static class QuoteReader
{
    /// <summary>Reads the quote; null where the instrument has no bar yet.</summary>
    public static async ValueTask<Quote?> ReadAsync(IBarSource bars, Instrument instrument, Timeframe timeframe, CancellationToken cancellationToken)
    {
        var newest = await bars.ReadAsync(new BarQuery(instrument.Symbol, timeframe) { Last = 2 }, cancellationToken);
        if (newest.Count == 0)
        {
            return null;
        }

        var last = newest[newest.Count - 1];
        var asOf = TradingCalendar.For(instrument.AssetClass).CloseOfBar(last.Time, timeframe);
        if (timeframe.IsIntraday() && instrument.Timeframes.Contains(Timeframe.OneDay))
        {
            var sessions = await bars.ReadAsync(new BarQuery(instrument.Symbol, Timeframe.OneDay) { AsOf = last.Time, Last = 1 }, cancellationToken);
            if (sessions.Count > 0)
            {
                var session = sessions[sessions.Count - 1];
                var day = TimeText.Bar(session.Time, Timeframe.OneDay, instrument.AssetClass);
                return new Quote(last.Close, Change(last.Close, session.Close), $"since the close of {day}", asOf);
            }
        }

        var before = newest.Count > 1 ? newest[0].Close : double.NaN;
        return new Quote(last.Close, Change(last.Close, before), timeframe.IsIntraday() ? "since the bar before" : "since the close before", asOf);
    }

    private static double Change(double price, double before) => before > 0 ? (price / before) - 1 : double.NaN;
}
