namespace AraWeb.Engine.Features.Pipeline;

/// <summary>What another instrument is to the one that is forecast.</summary>
public enum CompanionRole
{
    /// <summary>The market as a whole: an index, its fund, the largest coin.</summary>
    Market,

    /// <summary>The instrument's sector.</summary>
    Sector,

    /// <summary>An index of expected volatility, in percent a year, as VIX.</summary>
    VolatilityIndex,
}
