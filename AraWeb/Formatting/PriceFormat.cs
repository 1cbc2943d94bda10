using AraWeb.Engine.Core;

namespace AraWeb.Formatting;

/// <summary>
/// The precision in which prices of one instrument are shown. Sources do not name tick sizes, so the tick follows from the asset class and the size of the
/// price, by the conventions of the venues. Chosen once for a page, so that every price of a column has the same decimals.
/// </summary>
/// <param name="Decimals">Digits after the point.</param>
internal readonly record struct PriceFormat(int Decimals)
{
    private const int MaxDecimals = 10;

    /// <summary>The precision for an instrument whose price is near <paramref name="reference"/>.</summary>
    public static PriceFormat For(AssetClass assetClass, double reference)
    {
        var size = Math.Abs(reference);
        return new PriceFormat(assetClass switch
        {
            AssetClass.Forex => ForexDecimals(size),
            AssetClass.Crypto => CryptoDecimals(size),
            // Regulation NMS rule 612: cents from one dollar on, hundredths of a cent below.
            _ => size is > 0 and < 1 ? 4 : 2,
        });
    }

    /// <summary>The price as text, without currency.</summary>
    public string Text(double price) => NumberText.Fixed(price, Decimals);

    /// <summary>A difference of prices with its sign.</summary>
    public string Change(double difference) => NumberText.Signed(difference, Decimals);

    // Pairs near one are quoted in tenths of a pip, pairs like USDJPY in three digits, metals in two.
    private static int ForexDecimals(double size) => size switch
    {
        >= 500 => 2,
        >= 20 => 3,
        _ => 5,
    };

    // Five significant digits below ten, cents above.
    private static int CryptoDecimals(double size) => size switch
    {
        >= 100 => 2,
        >= 10 => 3,
        0 => 2,
        _ when !double.IsFinite(size) => 2,
        _ => Math.Clamp(4 - (int)Math.Floor(Math.Log10(size)), 4, MaxDecimals),
    };
}
