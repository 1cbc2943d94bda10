namespace AraWeb.Engine.Sentiment.Rules;

/// <summary>What a word does in a sentence about money; a word may do several.</summary>
[Flags]
internal enum WordRole
{
    /// <summary>Nothing that is known.</summary>
    None = 0,

    /// <summary>Something becomes more.</summary>
    Up = 1,

    /// <summary>Something becomes less.</summary>
    Down = 2,

    /// <summary>A thing whose rise is good.</summary>
    Good = 4,

    /// <summary>A thing whose rise is bad.</summary>
    Bad = 8,

    /// <summary>Turns what follows round.</summary>
    Negate = 16,

    /// <summary>Makes what it stands beside stronger.</summary>
    Stronger = 32,

    /// <summary>Makes what it stands beside weaker.</summary>
    Weaker = 64,

    /// <summary>Begins another clause.</summary>
    Clause = 128,
}
