using AraWeb.Engine.Core;
using AraWeb.Engine.Features.Patterns.Candles;
using AraWeb.Engine.Features.Patterns.Charts;

namespace AraWeb.Engine.Features.Patterns;

/// <summary>
/// Finds patterns in finished bars and turns them into a column for models. A match depends on the bars up to its end only, so that bars which come later never
/// change or remove it. A bar with an unknown price ends everything before it: the search starts anew behind it. Volume is not looked at (forex has none), and
/// nothing is said about whether a pattern works.
/// </summary>
public static class PatternScanner
{
    /// <summary>Finds every pattern of the catalogue.</summary>
    /// <returns>Matches in order of confirmation.</returns>
    public static IReadOnlyList<PatternMatch> Scan(BarSeries bars) => Scan(bars, PatternCatalog.Rules);

    /// <summary>Finds some patterns.</summary>
    /// <param name="bars">Finished bars.</param>
    /// <param name="ids">Which patterns.</param>
    /// <returns>Matches in order of confirmation.</returns>
    /// <exception cref="InputException">No pattern has one of the ids.</exception>
    public static IReadOnlyList<PatternMatch> Scan(BarSeries bars, IEnumerable<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var wanted = ids.Select(id => PatternCatalog.Find(id).Id).ToHashSet(StringComparer.Ordinal);
        var rules = PatternCatalog.Rules.Where(rule => wanted.Contains(rule.Spec.Id) || (rule.Mirror is { } mirror && wanted.Contains(mirror.Id)));
        return [.. Scan(bars, [.. rules]).Where(match => wanted.Contains(match.Pattern))];
    }

    /// <summary>
    /// Matches as a column for models: at each row the strongest bullish match less the strongest bearish one. A match counts its confidence at the bar that
    /// confirms it and loses the same amount with every bar, down to nothing after <paramref name="decayBars"/>. Neutral matches do not count.
    /// </summary>
    /// <param name="matches">Matches, in any order.</param>
    /// <param name="rows">Length of the column: the number of bars that were scanned.</param>
    /// <param name="decayBars">Bars that a match lives, at least 1 (counts at its own bar only).</param>
    /// <returns>[rows] from -1 to 1; 0 where no match lives.</returns>
    /// <exception cref="ArgumentException">A match ends outside the rows.</exception>
    public static double[] Strength(IReadOnlyList<PatternMatch> matches, int rows, int decayBars)
    {
        ArgumentNullException.ThrowIfNull(matches);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(decayBars, 1);
        var bullish = new double[rows];
        var bearish = new double[rows];
        foreach (var match in matches)
        {
            if (match.End < 0 || match.End >= rows)
            {
                throw new ArgumentException($"A match of {match.Pattern} ends at bar {match.End} of {rows}.", nameof(matches));
            }

            if (match.Direction != PatternDirection.Neutral)
            {
                Spread(match, match.Direction == PatternDirection.Bullish ? bullish : bearish, decayBars);
            }
        }

        for (var i = 0; i < rows; i++)
        {
            bullish[i] -= bearish[i];
        }

        return bullish;
    }

    internal static IReadOnlyList<PatternMatch> Scan(BarSeries bars, IReadOnlyList<IPattern> rules)
    {
        ArgumentNullException.ThrowIfNull(bars);
        var matches = new List<PatternMatch>();
        CandleScan.Run(bars, [.. rules.OfType<ICandlePattern>()], matches);
        ChartScan.Run(bars, [.. rules.OfType<IChartPattern>()], matches);
        matches.Sort(ByConfirmation);
        return matches;
    }

    private static void Spread(PatternMatch match, double[] side, int decayBars)
    {
        var last = (int)Math.Min(side.Length, (long)match.End + decayBars);
        for (var row = match.End; row < last; row++)
        {
            var left = match.Confidence * (decayBars - (row - match.End)) / decayBars;
            side[row] = Math.Max(side[row], left);
        }
    }

    private static int ByConfirmation(PatternMatch one, PatternMatch other)
    {
        var order = one.End.CompareTo(other.End);
        order = order != 0 ? order : string.CompareOrdinal(one.Pattern, other.Pattern);
        order = order != 0 ? order : one.Start.CompareTo(other.Start);
        return order != 0 ? order : one.Direction.CompareTo(other.Direction);
    }
}
