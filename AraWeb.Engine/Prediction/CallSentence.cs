using System.Globalization;
using AraWeb.Engine.Core;

namespace AraWeb.Engine.Prediction;

/// <summary>
/// Puts a forecast into words that could be wrong and can be checked. States range, direction and volatility with the numbers behind them; promises nothing.
/// </summary>
internal static class CallSentence
{
    private const double CoinTossMargin = 0.05;
    private const double CalmRank = 1.0 / 3;
    private const double HighRank = 2.0 / 3;
    private const double NoticeableChange = 1.1;

    /// <summary>U+202F, a thin space that does not break: no line ends between a number and its unit.</summary>
    private const string Thin = "\u202F";

    private static readonly NumberFormatInfo Numbers = new() { NumberGroupSeparator = Thin };

    /// <summary>The sentence for the farthest horizon asked for.</summary>
    /// <param name="result">Whose forecast it is, and what it claims to be.</param>
    /// <param name="nearest">The forecast of the next bar, which tells the volatility of now.</param>
    /// <param name="farthest">The forecast that is put into words.</param>
    public static string Write(PredictionResult result, HorizonForecast nearest, HorizonForecast farthest)
    {
        var (instrument, timeframe) = (result.Instrument, result.Timeframe);
        var claim = result.Verdict.Kind switch
        {
            VerdictKind.NoCall => $"No call: {result.Verdict.Reason} What the method says all the same: ",
            VerdictKind.NoEdge => $"No edge over a simple rival: {result.Verdict.Reason} ",
            _ => string.Empty,
        };
        var (lower, upper) = farthest.Returns.Interval(0.8);
        var held = farthest.Calibration;
        var record = held.Count == 0
            ? string.Empty
            : string.Create(
                Numbers,
                $" Walked forward over its own history, the 80{Thin}% band held {100 * held.Inside80:F0}{Thin}% of {held.Count:N0} outcomes.");
        return $"{claim}{instrument.Symbol}, next {Span(instrument.AssetClass, timeframe, farthest.Bars)}: "
            + $"{Percent(lower)} to {Percent(upper)} (80{Thin}% band). "
            + $"{Direction(farthest.ProbabilityUp)} {Calm(timeframe, nearest, farthest)}{record}";
    }

    private static string Direction(double up)
    {
        var percent = string.Create(CultureInfo.InvariantCulture, $"{100 * up:F0}{Thin}% up");
        return Math.Abs(up - 0.5) < CoinTossMargin ? $"Up or down is close to a coin toss ({percent})."
            : up > 0.5 ? $"Up is somewhat likelier than down ({percent})."
            : $"Down is somewhat likelier than up ({percent}).";
    }

    private static string Calm(Timeframe timeframe, HorizonForecast nearest, HorizonForecast farthest)
    {
        var rank = farthest.VolatilityRank;
        var level = rank < CalmRank ? "calm" : rank < HighRank ? "about usual" : "high";
        var change = farthest.Volatility / Math.Sqrt(farthest.Bars) / nearest.Volatility;
        var outlook = farthest.Bars == nearest.Bars ? string.Empty
            : change > NoticeableChange ? " and likely to rise"
            : change < 1 / NoticeableChange ? " and likely to ease"
            : " and likely to stay so";
        var reference = timeframe == Timeframe.OneDay ? "for the past year" : "for its recent past";
        return $"Volatility is {level} {reference}{outlook}.";
    }

    private static string Percent(double logReturn)
    {
        var percent = 100 * (Math.Exp(logReturn) - 1);
        return string.Create(CultureInfo.InvariantCulture, $"{(percent < 0 ? "\u2212" : "+")}{Math.Abs(percent):F2}{Thin}%");
    }

    private static string Span(AssetClass assetClass, Timeframe timeframe, int bars) => (timeframe, bars) switch
    {
        (Timeframe.OneDay, 1) => assetClass == AssetClass.Crypto ? "day" : "trading day",
        (Timeframe.OneDay, _) => assetClass == AssetClass.Crypto ? $"{bars} days" : $"{bars} trading days",
        (Timeframe.OneWeek, 1) => "week",
        (Timeframe.OneWeek, _) => $"{bars} weeks",
        (Timeframe.OneMinute, 1) => "minute",
        (Timeframe.OneMinute, _) => $"{bars} minutes",
        (Timeframe.OneHour, 1) => "hour",
        (Timeframe.OneHour, _) => $"{bars} hours",
        (_, 1) => $"{timeframe.Code()} bar",
        _ => $"{bars} {timeframe.Code()} bars",
    };
}
