using AraWeb.Engine.Core;

namespace AraWeb.Components.Pages.Predictions;

/// <summary>
/// Tells prices that lag from prices that merely wait for their next session. Generous on purpose: a long weekend must not look like a fault.
/// </summary>
internal static class DataAge
{
    // The longest regular pause of an exchange is the four days of Easter.
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(5);

    /// <summary>True when more bars are missing than a pause of trading explains.</summary>
    /// <param name="asOf">Close of the newest bar.</param>
    /// <param name="timeframe">The span of a bar.</param>
    /// <param name="now">The present.</param>
    public static bool IsOld(DateTimeOffset asOf, Timeframe timeframe, DateTimeOffset now) => now - asOf > LongestPause + timeframe.Length();
}
