namespace AraWeb.Engine.Volatility;

/// <summary>Shape of a log-HAR regression.</summary>
/// <param name="Lags">Spans, in bars, over which past variance is averaged; ascending.</param>
/// <param name="Memories">Mean ages, in bars, of exponentially weighted averages, one of the log variance and one of the variance for each;
/// ascending.</param>
/// <param name="ReturnSpans">Spans, in bars, of past returns that enter with their sign and once more where they are negative; ascending.</param>
/// <param name="Ridge">Bars of evidence that the shrinkage of each coefficient to zero is worth; 0 for plain least squares.</param>
/// <param name="Window">Bars that each regression learns from.</param>
/// <param name="Refit">Bars between two regressions.</param>
public sealed record HarSettings(
    IReadOnlyList<int> Lags, IReadOnlyList<double> Memories, IReadOnlyList<int> ReturnSpans, double Ridge, int Window, int Refit)
{
    /// <summary>Corsi (2009): day, week, month; ten years, refitted monthly.</summary>
    public static HarSettings Reference { get; } = new([1, 5, 22], [], [], 0, 2520, 21);

    /// <summary>
    /// The live regression for daily and longer bars. Exponential averages as Bollerslev, Hood, Huss and Pedersen (2018), returns over several spans as
    /// Corsi and Reno (2012), and a ridge, because so many alike terms are not told apart by ten years of one symbol. docs/volatility.md says what
    /// else was tried.
    /// </summary>
    public static HarSettings Daily { get; } = new([1], [1.5, 5, 25], [5, 22], 200, 2520, 21);

    /// <summary>The same for bars within a day, which remember more bars.</summary>
    public static HarSettings Intraday { get; } = Daily with { Memories = [1.5, 5, 25, 125] };
}
