namespace AraWeb.Engine.Providers.Remote.Symbols;

/// <summary>
/// Indices of New York by Ara's name and Yahoo's. Indices elsewhere are left out: their sessions are not those of the calendar that indices follow here.
/// Also names the larger funds, which no spelling tells from shares.
/// </summary>
internal static class IndexCatalog
{
    /// <summary>Ara's code, Yahoo's code, name.</summary>
    public static IReadOnlyList<(string Code, string Yahoo, string Name)> Indices { get; } =
    [
        ("SPX", "^GSPC", "S&P 500"), ("DJI", "^DJI", "Dow Jones Industrial Average"), ("NDX", "^NDX", "Nasdaq 100"), ("IXIC", "^IXIC", "Nasdaq Composite"),
        ("RUT", "^RUT", "Russell 2000"), ("VIX", "^VIX", "Cboe Volatility Index"),
    ];

    /// <summary>Exchange-traded funds.</summary>
    public static IReadOnlyList<string> Funds { get; } =
    [
        "SPY", "VOO", "IVV", "QQQ", "IWM", "DIA", "VTI", "EFA", "VEA", "EEM", "VWO", "AGG", "BND", "TLT", "IEF", "SHY", "LQD", "HYG", "GLD", "SLV", "DBC",
        "USO", "VNQ", "XLB", "XLC", "XLE", "XLF", "XLI", "XLK", "XLP", "XLRE", "XLU", "XLV", "XLY", "SMH", "ARKK", "VTV", "VUG", "SCHD", "TIP",
    ];
}
