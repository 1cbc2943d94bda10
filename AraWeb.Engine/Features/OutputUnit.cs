namespace AraWeb.Engine.Features;

/// <summary>
/// How a value behaves when prices or volumes are counted in another unit. Charts choose the pane by it, models what is comparable between instruments.
/// </summary>
public enum OutputUnit
{
    /// <summary>Currency: doubles when all prices double. Drawn over the candles when it is near the price.</summary>
    Price,

    /// <summary>Currency, near the price itself: drawn over the candles.</summary>
    PriceLevel,

    /// <summary>No unit: unchanged when prices or volumes are counted in another unit.</summary>
    Scaleless,

    /// <summary>Units traded: doubles when all volumes double, whatever the price is.</summary>
    Volume,

    /// <summary>Price times volume.</summary>
    Turnover,

    /// <summary>Depends on the scale in another way, for example a squared price; the source says how.</summary>
    Other,
}
