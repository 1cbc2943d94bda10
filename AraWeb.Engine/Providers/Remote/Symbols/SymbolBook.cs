using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers.Remote.Symbols;

/// <summary>
/// The one place that knows how services write symbols: reads any usual spelling and writes each service's own. Pure text: whether a service has the
/// instrument only the service can tell.
/// </summary>
internal static class SymbolBook
{
    // Kraken's old codes: X before a coin, Z before a currency, and two coins of its own naming.
    private static readonly Dictionary<string, string> KrakenCodes = new(StringComparer.Ordinal)
    {
        ["XBT"] = "BTC", ["XXBT"] = "BTC", ["XDG"] = "DOGE", ["XXDG"] = "DOGE", ["XETH"] = "ETH", ["XETC"] = "ETC", ["XLTC"] = "LTC", ["XXLM"] = "XLM",
        ["XXMR"] = "XMR", ["XXRP"] = "XRP", ["XZEC"] = "ZEC", ["XMLN"] = "MLN", ["XREP"] = "REP", ["ZUSD"] = "USD", ["ZEUR"] = "EUR", ["ZGBP"] = "GBP",
        ["ZJPY"] = "JPY", ["ZCAD"] = "CAD", ["ZAUD"] = "AUD", ["ZCHF"] = "CHF",
    };

    private static readonly char[] Separators = ['-', '/', '_', ':'];

    /// <summary>The instruments that can be named without asking a service: coins in dollars, currency pairs, indices, funds.</summary>
    public static IReadOnlyList<MarketName> Catalog { get; } =
    [
        .. CoinCatalog.Codes.Select(code => Coin(code, "USD")),
        .. CurrencyCatalog.Majors.Concat(CurrencyCatalog.Minors).Select(pair => Pair(pair[..3], pair[3..])),
        .. IndexCatalog.Indices.Select(index => Index(index.Code, index.Name)),
        .. IndexCatalog.Funds.Select(Share),
    ];

    /// <summary>Reads a symbol in any usual spelling. One with a venue behind an <c>@</c> is taken for a share of that name, which no service has.</summary>
    public static MarketName Read(Symbol symbol) => Read(symbol.Text);

    /// <summary>Reads a symbol as a service wrote it, in capitals.</summary>
    /// <exception cref="InputException">It holds a character that no symbol has.</exception>
    public static MarketName Read(string text)
    {
        return ReadIndex(text) ?? ReadPair(text) ?? ReadCoin(text) ?? Share(text);
    }

    /// <summary>The symbol that a service means, whatever it wrote; null where it wrote no symbol at all.</summary>
    public static Symbol? SymbolOf(string answered)
    {
        var text = answered.ToUpperInvariant();
        return Symbol.TryParse(text.Replace(':', '.'), out _) ? Read(text).Symbol : null;
    }

    /// <summary>A pair that an exchange lists, by its two codes in whichever spelling; null where they make no symbol, or no coin is in it.</summary>
    public static MarketName? CoinPair(string first, string second)
    {
        var (bought, paid) = (Plain(first.ToUpperInvariant()), Plain(second.ToUpperInvariant()));
        return Symbol.TryParse(bought + paid, out _) && !(CurrencyCatalog.Contains(bought) && CurrencyCatalog.Contains(paid)) ? Coin(bought, paid) : null;
    }

    /// <summary>The symbol as a service writes it; null where it has none of the kind.</summary>
    public static string? Write(MarketName name, Spelling spelling) => (spelling, name.AssetClass) switch
    {
        (Spelling.Yahoo, AssetClass.Forex) => name.Base + name.Quote + "=X",
        (Spelling.Yahoo, AssetClass.Crypto) => $"{name.Base}-{name.Quote}",
        (Spelling.Yahoo, AssetClass.Index) => YahooIndex(name.Base),
        (Spelling.Yahoo or Spelling.AlphaVantage, AssetClass.Stock or AssetClass.Etf) => IsClassShare(name.Base) ? Dashed(name.Base) : name.Base,
        (Spelling.AlphaVantage, AssetClass.Forex or AssetClass.Crypto) => name.Base,
        (Spelling.Binance, AssetClass.Crypto) => name.Base + name.Quote,
        (Spelling.Coinbase, AssetClass.Crypto) => $"{name.Base}-{name.Quote}",
        (Spelling.Kraken, AssetClass.Crypto) => KrakenCode(name.Base) + KrakenCode(name.Quote),
        (Spelling.KrakenStream, AssetClass.Crypto) => $"{name.Base}/{name.Quote}",
        (Spelling.Polygon, AssetClass.Forex) => $"C:{name.Base}{name.Quote}",
        (Spelling.Polygon, AssetClass.Crypto) => $"X:{name.Base}{name.Quote}",
        (Spelling.Polygon, AssetClass.Index) => $"I:{name.Base}",
        (Spelling.Polygon, _) => name.Base,
        _ => null,
    };

    private static MarketName? ReadIndex(string text)
    {
        foreach (var (code, yahoo, name) in IndexCatalog.Indices)
        {
            if (text == code || text == yahoo || text == "I:" + code)
            {
                return Index(code, name);
            }
        }

        return text.StartsWith('^') ? Index(text, text) : null;
    }

    private static MarketName? ReadPair(string text)
    {
        var isMarked = text.EndsWith("=X", StringComparison.Ordinal);
        var plain = string.Concat((isMarked ? text[..^2] : text.StartsWith("C:", StringComparison.Ordinal) ? text[2..] : text).Split(Separators));
        if (plain.Length == 3 && isMarked && CurrencyCatalog.Contains(plain))
        {
            // Yahoo writes JPY=X for dollars in yen.
            return Pair("USD", plain);
        }

        return plain.Length == 6 && CurrencyCatalog.Contains(plain[..3]) && CurrencyCatalog.Contains(plain[3..]) ? Pair(plain[..3], plain[3..]) : null;
    }

    private static MarketName? ReadCoin(string text)
    {
        var isMarked = text.StartsWith("X:", StringComparison.Ordinal);
        var plain = isMarked ? text[2..] : text;
        var parts = plain.Split(Separators);
        if (parts.Length == 2 && CoinCatalog.Quotes.Contains(Plain(parts[1]), StringComparer.Ordinal) && parts[0].Length > 0)
        {
            return Coin(Plain(parts[0]), Plain(parts[1]));
        }

        if (parts.Length != 1)
        {
            return null;
        }

        foreach (var quote in CoinCatalog.Quotes)
        {
            foreach (var ending in KrakenCodes.Where(code => code.Value == quote).Select(code => code.Key).Append(quote))
            {
                if (plain.Length > ending.Length && plain.EndsWith(ending, StringComparison.Ordinal)
                    && Plain(plain[..^ending.Length]) is var coin && (isMarked || CoinCatalog.Contains(coin) || CoinCatalog.IsStable(quote)))
                {
                    return Coin(coin, quote);
                }
            }
        }

        return null;
    }

    private static MarketName Coin(string coin, string quote) =>
        new(Symbol.Parse(coin + quote), AssetClass.Crypto, coin, quote, $"{CoinCatalog.NameOf(coin)} in {quote}");

    private static MarketName Pair(string bought, string paid) =>
        new(Symbol.Parse(bought + paid), AssetClass.Forex, bought, paid, $"{bought}/{paid}");

    private static MarketName Index(string code, string name) => new(Symbol.Parse(code), AssetClass.Index, code, string.Empty, name);

    private static MarketName Share(string text)
    {
        var ticker = IsClassShare(text) ? $"{text[..^2]}.{text[^1]}" : text;
        var kind = IndexCatalog.Funds.Contains(ticker, StringComparer.Ordinal) ? AssetClass.Etf : AssetClass.Stock;
        return new MarketName(Symbol.Parse(ticker), kind, ticker, string.Empty, ticker);
    }

    // Classes of American shares are A, B and C; other single letters after a dot are Yahoo's codes of exchanges (VOD.L).
    private static bool IsClassShare(string text) => text.Length > 2 && text[^2] is '.' or '-' or '/' && text[^1] is 'A' or 'B' or 'C';

    private static string Dashed(string ticker) => $"{ticker[..^2]}-{ticker[^1]}";

    private static string YahooIndex(string code)
    {
        foreach (var index in IndexCatalog.Indices)
        {
            if (index.Code == code)
            {
                return index.Yahoo;
            }
        }

        return code;
    }

    private static string Plain(string code) => KrakenCodes.GetValueOrDefault(code, code);

    private static string KrakenCode(string code) => code switch
    {
        "BTC" => "XBT",
        "DOGE" => "XDG",
        _ => code,
    };
}
