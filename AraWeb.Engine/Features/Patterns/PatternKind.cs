namespace AraWeb.Engine.Features.Patterns;

/// <summary>What a pattern is made of; the groups of the pickers.</summary>
public enum PatternKind
{
    /// <summary>One to five candlesticks.</summary>
    Candle,

    /// <summary>Swings, trend lines and gaps of tens of bars.</summary>
    Chart,

    /// <summary>Swings whose lengths stand in Fibonacci ratios.</summary>
    Harmonic,

    /// <summary>Waves after Elliott.</summary>
    Elliott,
}
