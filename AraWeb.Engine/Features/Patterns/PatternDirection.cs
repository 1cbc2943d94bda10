namespace AraWeb.Engine.Features.Patterns;

/// <summary>What a pattern announces.</summary>
public enum PatternDirection
{
    /// <summary>Falling prices.</summary>
    Bearish = -1,

    /// <summary>Indecision; as the usual direction of a chart pattern: either, decided by the side of the breakout.</summary>
    Neutral = 0,

    /// <summary>Rising prices.</summary>
    Bullish = 1,
}
