namespace AraWeb.Engine.Providers.Remote.Symbols;

/// <summary>Currencies and the pairs that are usually quoted.</summary>
internal static class CurrencyCatalog
{
    private static readonly HashSet<string> Currencies = new(
        [
            "USD", "EUR", "JPY", "GBP", "CHF", "AUD", "CAD", "NZD", "SEK", "NOK", "DKK", "PLN", "HUF", "CZK", "TRY", "ZAR", "MXN", "BRL", "CNY", "CNH", "HKD",
            "SGD", "INR", "KRW", "THB", "ILS", "XAU", "XAG",
        ],
        StringComparer.Ordinal);

    /// <summary>The seven pairs of the dollar with the other large currencies.</summary>
    public static IReadOnlyList<string> Majors { get; } = ["EURUSD", "USDJPY", "GBPUSD", "USDCHF", "AUDUSD", "USDCAD", "NZDUSD"];

    /// <summary>The 21 crosses of those currencies without the dollar.</summary>
    public static IReadOnlyList<string> Minors { get; } =
    [
        "EURGBP", "EURJPY", "EURCHF", "EURAUD", "EURCAD", "EURNZD", "GBPJPY", "GBPCHF", "GBPAUD", "GBPCAD", "GBPNZD", "AUDJPY", "AUDCHF", "AUDCAD", "AUDNZD",
        "CADJPY", "CADCHF", "CHFJPY", "NZDJPY", "NZDCHF", "NZDCAD",
    ];

    /// <summary>True for a currency or a metal quoted like one.</summary>
    public static bool Contains(string code) => Currencies.Contains(code);
}
