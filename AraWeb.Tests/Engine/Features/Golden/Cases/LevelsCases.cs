namespace AraWeb.Tests.Engine.Features.Golden.Cases;

/// <summary>Support and resistance.</summary>
internal static class LevelsCases
{
    public static IReadOnlyList<GoldenCase> Columns { get; } =
    [
        new("rolling-pivots", "", "pp", "stock_indicators/results/rolling-pivots.standard.csv", "pp"),
        new("rolling-pivots", "", "r1", "stock_indicators/results/rolling-pivots.standard.csv", "r1"),
        new("rolling-pivots", "", "r2", "stock_indicators/results/rolling-pivots.standard.csv", "r2"),
        new("rolling-pivots", "", "r3", "stock_indicators/results/rolling-pivots.standard.csv", "r3"),
        new("rolling-pivots", "", "s1", "stock_indicators/results/rolling-pivots.standard.csv", "s1"),
        new("rolling-pivots", "", "s2", "stock_indicators/results/rolling-pivots.standard.csv", "s2"),
        new("rolling-pivots", "", "s3", "stock_indicators/results/rolling-pivots.standard.csv", "s3"),
        new("fractals", "", "high", "stock_indicators/results/fractal.standard.csv", "fractalBear") { DrawnEarlier = 2 },
        new("fractals", "", "low", "stock_indicators/results/fractal.standard.csv", "fractalBull") { DrawnEarlier = 2 },
        new("fractal-bands", "", "upper", "stock_indicators/results/fcb.standard.csv", "upperBand"),
        new("fractal-bands", "", "lower", "stock_indicators/results/fcb.standard.csv", "lowerBand"),
        new("swing-pivots", "left=2 right=2", "high", "stock_indicators/results/pivots.standard.csv", "highPoint") { DrawnEarlier = 2 },
        new("swing-pivots", "left=2 right=2", "low", "stock_indicators/results/pivots.standard.csv", "lowPoint") { DrawnEarlier = 2 },
    ];

    public static IReadOnlyList<PinnedValue> Pinned { get; } =
    [
    ];
}
