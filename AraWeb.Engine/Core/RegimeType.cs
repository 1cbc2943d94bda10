namespace AraWeb.Engine.Core;

/// <summary>The market states that regime detection tells apart.</summary>
public enum RegimeType
{
    /// <summary>Rising, calm.</summary>
    Bull,

    /// <summary>Falling, moderately volatile.</summary>
    Bear,

    /// <summary>Range-bound, calm.</summary>
    Sideways,

    /// <summary>Large swings, no clear direction.</summary>
    HighVolatility,
}
