namespace AraWeb.Engine.Volatility;

/// <summary>Shape of a log-HAR regression.</summary>
/// <param name="Lags">Spans, in bars, over which past variance is averaged; ascending.</param>
/// <param name="Window">Bars that each regression learns from.</param>
/// <param name="Refit">Bars between two regressions.</param>
public sealed record HarSettings(IReadOnlyList<int> Lags, int Window, int Refit)
{
    /// <summary>Corsi (2009): day, week, month; ten years, refitted monthly.</summary>
    public static HarSettings Reference { get; } = new([1, 5, 22], 2520, 21);
}
