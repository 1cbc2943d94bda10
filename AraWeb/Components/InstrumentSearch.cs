using AraWeb.Engine.Core;

namespace AraWeb.Components;

/// <summary>
/// Which instruments a person may mean by a few letters: the symbol itself, then symbols that begin so, names with such a word, and the rest that contain it.
/// </summary>
internal static class InstrumentSearch
{
    private const int NoMatch = int.MaxValue;

    /// <summary>The best matches, best first, at most <paramref name="limit"/>; all in their own order for an empty text.</summary>
    public static IReadOnlyList<Instrument> Find(IEnumerable<Instrument> instruments, string text, int limit)
    {
        var wanted = text.Trim();
        return wanted.Length == 0
            ? [.. instruments.Take(limit)]
            : [.. instruments
                .Select(instrument => (instrument, rank: Rank(instrument, wanted)))
                .Where(match => match.rank != NoMatch)
                .OrderBy(match => match.rank)
                .ThenBy(match => match.instrument.Symbol)
                .Take(limit)
                .Select(match => match.instrument)];
    }

    /// <summary>Symbols that look like one that is not there, nearest first: those found by its letters, and those at most two changed letters away.</summary>
    public static IReadOnlyList<Instrument> NearMatches(IReadOnlyList<Instrument> instruments, string text, int limit)
    {
        var wanted = text.Trim().ToUpperInvariant();
        return [.. Find(instruments, wanted, limit)
            .Concat(instruments
                .Select(instrument => (instrument, distance: Distance(instrument.Symbol.Ticker, wanted)))
                .Where(near => near.distance <= 2 && near.distance < wanted.Length)
                .OrderBy(near => near.distance)
                .ThenBy(near => near.instrument.Symbol)
                .Select(near => near.instrument))
            .Distinct()
            .Take(limit)];
    }

    private static int Rank(Instrument instrument, string wanted)
    {
        var symbol = instrument.Symbol.Text;
        if (symbol.Equals(wanted, StringComparison.OrdinalIgnoreCase) || instrument.Symbol.Ticker.Equals(wanted, StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        if (symbol.StartsWith(wanted, StringComparison.OrdinalIgnoreCase))
        {
            return 1;
        }

        if (instrument.Name.Split(' ').Any(word => word.StartsWith(wanted, StringComparison.OrdinalIgnoreCase)))
        {
            return 2;
        }

        var isInside = symbol.Contains(wanted, StringComparison.OrdinalIgnoreCase) || instrument.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase);
        return isInside ? 3 : NoMatch;
    }

    // Levenshtein distance, two rows.
    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        var current = new int[right.Length + 1];
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = left[i - 1] == right[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
