namespace AraWeb.Engine.Core;

/// <summary>What kind of thing an instrument is; decides its trading calendar and how many bars make a year.</summary>
public enum AssetClass
{
    /// <summary>A share.</summary>
    Stock,

    /// <summary>An exchange-traded fund.</summary>
    Etf,

    /// <summary>An index: quoted, not traded.</summary>
    Index,

    /// <summary>A coin or token, traded around the clock.</summary>
    Crypto,

    /// <summary>A currency pair or a metal quoted like one.</summary>
    Forex,
}
