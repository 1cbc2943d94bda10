namespace AraWeb.Engine.Features;

/// <summary>What an indicator is about; the groups of the pickers and of the catalogue page.</summary>
public enum IndicatorFamily
{
    /// <summary>Direction and averages of the price.</summary>
    Trend,

    /// <summary>Speed of the price and its turning points.</summary>
    Momentum,

    /// <summary>Size of the moves, bands and ranges.</summary>
    Volatility,

    /// <summary>Volume and what it says of the price.</summary>
    Volume,

    /// <summary>Statistics of returns and of pairs of series.</summary>
    Statistical,

    /// <summary>Support and resistance.</summary>
    Levels,
}
