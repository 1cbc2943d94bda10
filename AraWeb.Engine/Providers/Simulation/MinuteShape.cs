using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers.Simulation;

/// <summary>How lively each minute usually is: shares open and close busily, coins and pairs are busiest in the afternoon of UTC. Mean square one.</summary>
internal static class MinuteShape
{
    /// <summary>Minutes of a UTC day.</summary>
    public const int Day = 1440;

    /// <summary>Minutes of a full New York session.</summary>
    public const int Session = 390;

    private static readonly double[] Shares = Normalized(
        Session, minute => 1 + (1.4 * Math.Exp(-minute / 22.0)) + (0.7 * Math.Exp(-(Session - 1 - minute) / 18.0)));

    private static readonly double[] RoundTheClock = Normalized(Day, minute => 1 + (0.35 * Math.Cos(2 * Math.PI * (minute - 870) / Day)));

    /// <summary>
    /// Factors on the deviation per minute: of the session's minutes for shares and indices (a half day has the first of them), else of the UTC day's.
    /// </summary>
    public static ReadOnlySpan<double> Of(AssetClass assetClass) => IsSessionBound(assetClass) ? Shares : RoundTheClock;

    /// <summary>True for classes that trade in a session of hours.</summary>
    public static bool IsSessionBound(AssetClass assetClass) => assetClass is not (AssetClass.Crypto or AssetClass.Forex);

    private static double[] Normalized(int count, Func<int, double> shape)
    {
        var values = Enumerable.Range(0, count).Select(shape).ToArray();
        var scale = Math.Sqrt(values.Average(value => value * value));
        return [.. values.Select(value => value / scale)];
    }
}
