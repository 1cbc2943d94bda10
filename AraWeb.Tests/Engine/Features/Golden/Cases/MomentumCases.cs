namespace AraWeb.Tests.Engine.Features.Golden.Cases;

/// <summary>Momentum.</summary>
internal static class MomentumCases
{
    public static IReadOnlyList<GoldenCase> Columns { get; } =
    [
        new("rsi", "", "rsi", "stock_indicators/results/rsi.standard.csv", "rsi"),
        new("rsi", "period=5", "rsi", "tulip/untest.txt#rsi 5", "0") { Inputs = "c" },
    ];

    public static IReadOnlyList<PinnedValue> Pinned { get; } =
    [
        new("rsi", "", "rsi", 299, 41.308813858450634, "numpy: 100 - 100 / (1 + g / l), g and l: x = (13 x + move) / 14 from the mean of the first 14"),
    ];
}
