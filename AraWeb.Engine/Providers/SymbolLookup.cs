using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers;

/// <summary>
/// Finds the symbol that a request means among those that a source has: itself, or for a ticker without venue its only (else alphabetically first) venue.
/// Every source resolves through here, so that they all answer alike; matching of company names is left out.
/// </summary>
internal static class SymbolLookup
{
    private const int MaxSuggestions = 3;

    /// <summary>The symbol that is meant.</summary>
    /// <param name="wanted">What was asked for.</param>
    /// <param name="known">All symbols of the source, in any order.</param>
    /// <param name="place">Where they are, as the message shall say it, for example <c>the folder 'data'</c>.</param>
    /// <exception cref="UnknownSymbolException">It is not there; the advice names near matches.</exception>
    public static Symbol Resolve(Symbol wanted, IReadOnlyCollection<Symbol> known, string place)
    {
        Symbol? venue = null;
        foreach (var symbol in known)
        {
            if (symbol == wanted)
            {
                return symbol;
            }

            if (wanted.Venue.Length == 0 && string.Equals(symbol.Ticker, wanted.Text, StringComparison.Ordinal) && (venue is null || symbol < venue))
            {
                venue = symbol;
            }
        }

        return venue ?? throw new UnknownSymbolException(wanted, $"{wanted} is not in {place}.", Advice(wanted, known));
    }

    /// <summary>The symbols that come nearest to a mistyped one, best first; empty when none is near.</summary>
    public static IReadOnlyList<Symbol> Near(Symbol wanted, IEnumerable<Symbol> known) =>
    [
        .. known
            .Select(symbol => (Symbol: symbol, Distance: Distance(wanted.Ticker, symbol.Ticker)))
            .Where(match => match.Distance <= Math.Max(1, wanted.Ticker.Length / 3) || match.Symbol.Ticker.StartsWith(wanted.Ticker, StringComparison.Ordinal))
            .OrderBy(match => match.Distance)
            .ThenBy(match => match.Symbol.Venue.Length > 0)
            .ThenBy(match => match.Symbol)
            .Take(MaxSuggestions)
            .Select(match => match.Symbol),
    ];

    private static string Advice(Symbol wanted, IReadOnlyCollection<Symbol> known)
    {
        if (known.Count == 0)
        {
            return "There are no symbols yet: import a folder of CSV files with 'ara data import DIR', or switch the demo market on.";
        }

        var near = Near(wanted, known);
        if (near.Count > 0)
        {
            return $"Did you mean {string.Join(" or ", near)}?";
        }

        var sample = string.Join(", ", known.Order().Take(MaxSuggestions));
        return known.Count <= MaxSuggestions ? $"Use one of {sample}." : $"Use one of the {known.Count} symbols that are there, for example {sample}.";
    }

    // Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours count one each.
    private static int Distance(string a, string b)
    {
        var beforeLast = new int[b.Length + 1];
        var last = Enumerable.Range(0, b.Length + 1).ToArray();
        var row = new int[b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[b.Length];
    }
}
