using AraWeb.Engine.Core;

namespace AraWeb.Engine.Store.Bars;

/// <summary>Finds what a person may have meant by a symbol that is not there.</summary>
internal static class NearSymbols
{
    private const int MaxSuggestions = 3;

    /// <summary>One sentence on what to do next: near matches where there are any, else what is there.</summary>
    public static string Advice(Symbol wanted, IReadOnlyList<Instrument> instruments)
    {
        if (instruments.Count == 0)
        {
            return "Nothing is stored yet: import a folder of CSV files with 'ara data import DIR', or let the demo market start.";
        }

        var near = instruments
            .Select(instrument => (instrument.Symbol, Distance: Distance(wanted.Ticker, instrument.Symbol.Ticker)))
            .Where(candidate => candidate.Distance <= MaxDistance(wanted.Ticker))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Symbol)
            .Take(MaxSuggestions)
            .Select(candidate => candidate.Symbol.Text)
            .ToList();
        var count = instruments.Count == 1 ? "1 symbol is" : $"{instruments.Count} symbols are";
        return near.Count > 0
            ? $"Did you mean {string.Join(" or ", near)}?"
            : $"{count} stored, for example {instruments[0].Symbol}; 'ara data import DIR' adds more.";
    }

    private static int MaxDistance(string ticker) => ticker.Length <= 2 ? 1 : 2;

    // Levenshtein's distance by rows; a ticker that begins like the other counts as one step away.
    private static int Distance(string a, string b)
    {
        if (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal))
        {
            return a.Length == b.Length ? 0 : 1;
        }

        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replace, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
