using System.Globalization;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Quality;

namespace AraWeb.Engine.Prediction.Inputs;

/// <summary>
/// Looks at the newest bars before a model does: bars that are missing, a series that has come to a stop, a bar that no market makes. What is wrong with single
/// bars (order, sign, enclosure) has been found when they were taken in.
/// </summary>
internal static class InputCheck
{
    /// <summary>Bars that are looked at: a year of daily bars.</summary>
    private const int Window = 250;

    /// <summary>Share of missing bars beyond which a forecast is refused: what the product's design sets.</summary>
    private const double MostMissing = 0.2;

    private const double NoticeableMissing = 0.05;

    /// <summary>Bars without any move that are a closed market or a dead feed rather than a quiet day.</summary>
    private const int StandstillBars = 10;

    /// <summary>
    /// A move of so many usual deviations. In the series the method was tried on, index crashes came to fifteen at most; beyond stand broken prices, splits
    /// that were not adjusted for, and single stocks on the day that they fail.
    /// </summary>
    private const double FreakDeviations = 20;

    /// <summary>Longest hole among the newest bars that is passed over in silence, in bars.</summary>
    private const int LongestHole = 10;

    /// <summary>What is worth saying, the gravest first; empty for usual inputs.</summary>
    /// <param name="bars">Oldest first, at least two.</param>
    public static IReadOnlyList<InputFinding> Examine(BarSeries bars)
    {
        var newest = Newest(bars);
        InputFinding?[] findings = [Missing(newest), Standstill(newest), Freak(newest), Hole(newest)];
        return [.. findings.OfType<InputFinding>().OrderByDescending(finding => finding.Refuses)];
    }

    /// <summary>Share of the bars of the past year that are there and in which the price moved, 0 to 1.</summary>
    /// <param name="bars">Oldest first, at least two.</param>
    public static double Quality(BarSeries bars)
    {
        var newest = Newest(bars);
        var moving = 0;
        for (var t = 1; t < newest.Count; t++)
        {
            moving += newest[t].High > newest[t].Low || !newest[t].Close.Equals(newest[t - 1].Close) ? 1 : 0;
        }

        return (1 - ExpectedBars.MissingShare(newest)) * moving / (newest.Count - 1);
    }

    private static BarSeries Newest(BarSeries bars) => bars.Slice(Math.Max(0, bars.Count - Window), Math.Min(Window, bars.Count));

    private static InputFinding? Missing(BarSeries bars)
    {
        var missing = ExpectedBars.MissingShare(bars);
        return missing <= NoticeableMissing ? null : new InputFinding(
            string.Create(CultureInfo.InvariantCulture, $"{100 * missing:F0} % of the bars since {bars[0].Time:yyyy-MM-dd} are missing."),
            missing > MostMissing);
    }

    private static InputFinding? Standstill(BarSeries bars)
    {
        var still = 0;
        while (still < bars.Count && bars[bars.Count - 1 - still] is var bar && bar.High <= bar.Low && bar.Close.Equals(bars[^1].Close))
        {
            still++;
        }

        return still < StandstillBars ? null : new InputFinding(
            string.Create(CultureInfo.InvariantCulture, $"The price has not moved at all for {still} bars."), Refuses: true);
    }

    private static InputFinding? Freak(BarSeries bars)
    {
        var close = bars.Close;
        var moves = new double[bars.Count - 1];
        for (var t = 1; t < bars.Count; t++)
        {
            moves[t - 1] = Math.Abs(Math.Log(close[t] / close[t - 1]));
        }

        var newest = moves[^1];
        Array.Sort(moves);

        // The median of absolute values is 0.6745 deviations of a normal; it is not moved by the freak itself.
        var usual = moves[moves.Length / 2] / 0.6745;
        return usual > 0 && newest > FreakDeviations * usual
            ? new InputFinding(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The newest bar moved {newest / usual:F0} usual deviations: a broken price or an unadjusted split is likelier than a market move."),
                Refuses: true)
            : null;
    }

    private static InputFinding? Hole(BarSeries bars)
    {
        var (longest, after) = (0, 0);
        for (var t = Math.Max(1, bars.Count - 60); t < bars.Count; t++)
        {
            if (bars[t].Time - bars[t - 1].Time <= LongestHole * bars.Timeframe.Length())
            {
                continue;
            }

            var hole = ExpectedBars.Count(bars.AssetClass, bars.Timeframe, bars[t - 1].Time, bars[t].Time, Window) - 2;
            (longest, after) = hole > longest ? (hole, t - 1) : (longest, after);
        }

        return longest <= LongestHole ? null : new InputFinding(
            string.Create(CultureInfo.InvariantCulture, $"{longest} bars in a row are missing after {bars[after].Time:yyyy-MM-dd}."), Refuses: false);
    }
}
