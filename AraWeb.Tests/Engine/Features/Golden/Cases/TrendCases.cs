namespace AraWeb.Tests.Engine.Features.Golden.Cases;

/// <summary>Trend.</summary>
internal static class TrendCases
{
    public static IReadOnlyList<GoldenCase> Columns { get; } =
    [
        new("macd", "", "macd", "stock_indicators/results/macd.standard.csv", "macd"),
        new("macd", "", "signal", "stock_indicators/results/macd.standard.csv", "signal"),
        new("macd", "", "histogram", "stock_indicators/results/macd.standard.csv", "histogram"),
        new("macd", "", "macd", "lean/spy_with_macd.txt", "MACD") { Decimals = 5, Reason = "seven significant digits, some written out as doubles" },
    ];

    public static IReadOnlyList<PinnedValue> Pinned { get; } =
    [
        new("macd", "", "macd", 299, -0.581703119252424, "numpy: ema(c, 12) - ema(c, 26), each begun with the mean of its first values"),
        new("macd", "", "signal", 299, -0.45310901078003624, "numpy: ema(ema(c, 12) - ema(c, 26), 9)"),
    ];
}
