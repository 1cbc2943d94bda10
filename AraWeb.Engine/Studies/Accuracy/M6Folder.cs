using System.Globalization;
using System.Text;
using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction.Ranks;
using AraWeb.Engine.Providers.Local;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>
/// Reads a folder of the M6 kind: <c>M6_Universe.csv</c> (symbol, class), <c>assets_m6.csv</c> (symbol, date, price) and, where it is there,
/// <c>history/SYMBOL.csv</c> with daily bars. Where both hold a day, the price file is taken; older bars are scaled to it on the first day that both know,
/// so that a split between the two does not show as a return.
/// </summary>
internal static class M6Folder
{
    private const string UniverseFile = "M6_Universe.csv";
    private const string PriceFile = "assets_m6.csv";
    private const string HistoryFolder = "history";

    /// <summary>Reads the folder.</summary>
    /// <exception cref="InputException">The universe is no multiple of five or names an asset twice.</exception>
    /// <exception cref="DataProviderException">A file is missing or cannot be read.</exception>
    public static M6Universe Read(string folder)
    {
        var symbols = new List<string>();
        var classes = new List<string>();
        foreach (var row in Table(Path.Combine(folder, UniverseFile), "symbol", "class"))
        {
            symbols.Add(symbols.Contains(row[0], StringComparer.Ordinal)
                ? throw new InputException("symbol", row[0], $"Name it once in {UniverseFile}.")
                : row[0]);
            classes.Add(row[1]);
        }

        RankClasses.CheckSize(symbols.Count);
        var prices = symbols.ToDictionary(symbol => symbol, _ => new SortedDictionary<DateOnly, double>(), StringComparer.Ordinal);
        foreach (var row in Table(Path.Combine(folder, PriceFile), "symbol", "date", "price"))
        {
            if (prices.TryGetValue(row[0], out var own) && Number(row[2]) is var price and > 0)
            {
                own[Day(row[1], PriceFile)] = price;
            }
        }

        var history = Path.Combine(folder, HistoryFolder);
        var hasHistory = Directory.Exists(history);
        foreach (var symbol in hasHistory ? symbols : [])
        {
            var file = Path.Combine(history, $"{symbol}.csv");
            if (File.Exists(file))
            {
                PutBefore(prices[symbol], Bars(file));
            }
        }

        DateOnly[] days = [.. prices.Values.SelectMany(own => own.Keys).Distinct().Order()];
        double[][] columns = [.. symbols.Select(symbol => days.Select(day => prices[symbol].GetValueOrDefault(day, double.NaN)).ToArray())];
        var kinds = classes.Distinct(StringComparer.Ordinal).ToList();
        return new M6Universe(symbols, new PricePanel(days, columns, [.. classes.Select(name => kinds.IndexOf(name))]), hasHistory);
    }

    /// <summary>Reads days, one a line; blank lines and what follows the first comma of a line are passed over.</summary>
    public static IReadOnlyList<DateOnly> ReadDays(string file)
    {
        var texts = Lines(file).Select(line => line.Split(',')[0].Trim()).Where(text => text.Length > 0);
        DateOnly[] days = [.. texts.Select(text => Day(text, file)).Distinct().Order()];
        return days.Length > 0 ? days : throw new InputException("ends", file, "Write the last day of each round, one ISO date a line.");
    }

    private static void PutBefore(SortedDictionary<DateOnly, double> prices, SortedDictionary<DateOnly, double> bars)
    {
        var common = prices.Keys.Where(bars.ContainsKey).Take(1).ToArray();
        var first = prices.Count == 0 ? DateOnly.MaxValue : prices.Keys.First();
        if (prices.Count > 0 && common.Length == 0)
        {
            // Without a day in common nothing tells how the levels compare.
            return;
        }

        var scale = common.Length == 0 ? 1 : prices[common[0]] / bars[common[0]];
        foreach (var (day, close) in bars.Where(bar => bar.Key < first))
        {
            prices[day] = close * scale;
        }
    }

    private static SortedDictionary<DateOnly, double> Bars(string file)
    {
        var bars = new SortedDictionary<DateOnly, double>();
        foreach (var row in Table(file, "timestamp", "close"))
        {
            if (Number(row[1]) is var close and > 0)
            {
                bars[Day(row[0], file)] = close;
            }
        }

        return bars;
    }

    /// <summary>The named columns of a CSV file with a header.</summary>
    private static IEnumerable<string[]> Table(string file, params string[] columns)
    {
        var lines = Lines(file);
        string[] head = lines.Length == 0 ? [] : [.. Fields(lines[0]).Select(name => name.ToLowerInvariant())];
        int[] places = [.. columns.Select(column => Array.IndexOf(head, column))];
        if (Array.IndexOf(places, -1) is >= 0 and var missing)
        {
            throw new DataProviderException(
                $"{Path.GetFileName(file)} has no column '{columns[missing]}'.", $"Its first line must name {string.Join(", ", columns)}.");
        }

        return lines.Skip(1).Where(line => line.Length > 0).Select(line =>
        {
            var fields = Fields(line);
            return places.Select(place => place < fields.Count ? fields[place] : string.Empty).ToArray();
        });
    }

    private static string[] Lines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new DataProviderException(
                $"{file} cannot be read: {problem.Message}", $"Give a folder with {UniverseFile} and {PriceFile}, and files that may be read.", problem);
        }
    }

    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        foreach (var character in line)
        {
            if (character == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (character == ',' && !isQuoted)
            {
                fields.Add(field.ToString().Trim());
                field.Clear();
            }
            else
            {
                field.Append(character);
            }
        }

        fields.Add(field.ToString().Trim());
        return fields;
    }

    private static double Number(string text) => CsvNumber.Read(Encoding.UTF8.GetBytes(text));

    private static DateOnly Day(string text, string file) =>
        DateOnly.TryParseExact(text.Length > 10 ? text[..10] : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new DataProviderException($"{Path.GetFileName(file)}: '{text}' is no date.", "Write dates as 2022-03-04.");
}
