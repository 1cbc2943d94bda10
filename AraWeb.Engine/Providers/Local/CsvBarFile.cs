using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers.Local;

/// <summary>A file of bars as its name and folder tell it: <c>crypto/BTCUSD_bitstamp_1d.csv</c> holds daily bars of the coin BTCUSD@BITSTAMP.</summary>
/// <param name="Path">Full path.</param>
/// <param name="RelativePath">Path below the provider's folder, with forward slashes.</param>
/// <param name="Symbol">Whose bars.</param>
/// <param name="AssetClass">Told by the folder.</param>
/// <param name="Timeframe">Told by the name; daily where the name is silent.</param>
internal sealed record CsvBarFile(string Path, string RelativePath, Symbol Symbol, AssetClass AssetClass, Timeframe Timeframe)
{
    /// <summary>What a name must look like, for messages.</summary>
    public const string NameForm = "SYMBOL.csv, SYMBOL_1d.csv or SYMBOL_source_1d.csv (also 1m, 5m, 1h, 4h, 1w)";

    /// <summary>Reads symbol and time frame from a file name.</summary>
    public static bool TryReadName(string fileName, out Symbol symbol, out Timeframe timeframe)
    {
        var parts = System.IO.Path.GetFileNameWithoutExtension(fileName).Split('_');
        symbol = default;
        timeframe = Timeframe.OneDay;
        return parts.Length switch
        {
            1 => Symbol.TryParse(parts[0], out symbol),
            2 => Timeframes.TryParse(parts[1], out timeframe) && Symbol.TryParse(parts[0], out symbol),
            3 => Timeframes.TryParse(parts[2], out timeframe) && Symbol.TryParse($"{parts[0]}@{parts[1]}", out symbol),
            _ => false,
        };
    }

    /// <summary>The asset class that a folder's name tells, for example <c>stocks_splitonly</c>; null when it tells none.</summary>
    public static AssetClass? ClassOfFolder(string folderName)
    {
        foreach (var word in folderName.ToLowerInvariant().Split('_', '-', ' ', '.'))
        {
            AssetClass? assetClass = word switch
            {
                "stock" or "stocks" or "equity" or "equities" or "shares" => AssetClass.Stock,
                "etf" or "etfs" or "funds" => AssetClass.Etf,
                "index" or "indices" or "indexes" => AssetClass.Index,
                "crypto" or "coins" => AssetClass.Crypto,
                "forex" or "fx" or "currencies" => AssetClass.Forex,
                _ => null,
            };
            if (assetClass is not null)
            {
                return assetClass;
            }
        }

        return null;
    }
}
