namespace AraWeb.Engine.Volatility.Panel;

/// <summary>What a panel's forecast of a member rests on.</summary>
public enum PanelSource
{
    /// <summary>There is no forecast: the member has too few bars, or never moved and stands in no panel.</summary>
    None,

    /// <summary>The member's own regression: too few members were present on its newest date, or the panel has too short a history.</summary>
    Own,

    /// <summary>The regression with market terms, drawn to the slopes of the whole panel.</summary>
    Pooled,
}
