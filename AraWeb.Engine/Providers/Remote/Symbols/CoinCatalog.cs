namespace AraWeb.Engine.Providers.Remote.Symbols;

/// <summary>Coins by their usual code, and what they are quoted in. A coin that is not here works where an exchange itself lists its pairs.</summary>
internal static class CoinCatalog
{
    private static readonly (string Code, string Name)[] Table =
    [
        ("BTC", "Bitcoin"), ("ETH", "Ethereum"), ("XRP", "XRP"), ("BNB", "BNB"), ("SOL", "Solana"), ("DOGE", "Dogecoin"), ("ADA", "Cardano"),
        ("TRX", "TRON"), ("AVAX", "Avalanche"), ("LINK", "Chainlink"), ("DOT", "Polkadot"), ("LTC", "Litecoin"), ("BCH", "Bitcoin Cash"),
        ("XLM", "Stellar"), ("XMR", "Monero"), ("ETC", "Ethereum Classic"), ("UNI", "Uniswap"), ("ATOM", "Cosmos"), ("HBAR", "Hedera"),
        ("NEAR", "NEAR Protocol"), ("APT", "Aptos"), ("ICP", "Internet Computer"), ("FIL", "Filecoin"), ("ARB", "Arbitrum"), ("OP", "Optimism"),
        ("VET", "VeChain"), ("AAVE", "Aave"), ("ALGO", "Algorand"), ("GRT", "The Graph"), ("SUI", "Sui"), ("TON", "Toncoin"), ("SHIB", "Shiba Inu"),
        ("PEPE", "Pepe"), ("INJ", "Injective"), ("IMX", "Immutable"), ("STX", "Stacks"), ("RENDER", "Render"), ("TIA", "Celestia"), ("SEI", "Sei"),
        ("MKR", "Maker"), ("LDO", "Lido DAO"), ("SAND", "The Sandbox"), ("MANA", "Decentraland"), ("AXS", "Axie Infinity"), ("THETA", "Theta Network"),
        ("EOS", "EOS"), ("XTZ", "Tezos"), ("FLOW", "Flow"), ("CRV", "Curve DAO"), ("SNX", "Synthetix"), ("COMP", "Compound"), ("ZEC", "Zcash"),
        ("DASH", "Dash"), ("NEO", "Neo"), ("KSM", "Kusama"), ("CHZ", "Chiliz"), ("ENJ", "Enjin Coin"), ("BAT", "Basic Attention Token"), ("ZRX", "0x"),
        ("POL", "Polygon Ecosystem Token"), ("QNT", "Quant"), ("KAVA", "Kava"), ("RUNE", "THORChain"), ("DYDX", "dYdX"),
        ("FET", "Artificial Superintelligence Alliance"),
        ("USDT", "Tether"), ("USDC", "USD Coin"), ("DAI", "Dai"),
    ];

    /// <summary>What coins are quoted in, longest first, so that the longest ending wins.</summary>
    private static readonly string[] QuoteCodes =
        ["FDUSD", "USDT", "USDC", "USD", "EUR", "GBP", "JPY", "CHF", "CAD", "AUD", "TRY", "BRL", "BTC", "ETH", "BNB"];

    private static readonly Dictionary<string, string> Names = Table.ToDictionary(row => row.Code, row => row.Name, StringComparer.Ordinal);

    /// <summary>All codes, the better known first.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Table.Select(row => row.Code)];

    /// <summary>What coins are quoted in.</summary>
    public static IReadOnlyList<string> Quotes => QuoteCodes;

    /// <summary>True for a coin of the catalogue.</summary>
    public static bool Contains(string code) => Names.ContainsKey(code);

    /// <summary>
    /// True for a coin held at a dollar. No share's ticker ends like it, so what stands before it is a coin even where the catalogue lacks it.
    /// </summary>
    public static bool IsStable(string quote) => quote is "USDT" or "USDC" or "FDUSD";

    /// <summary>The coin's name; its code where it is not in the catalogue.</summary>
    public static string NameOf(string code) => Names.GetValueOrDefault(code, code);
}
