namespace AraWeb.Engine.Sentiment.Rules;

/// <summary>What is known of a word.</summary>
/// <param name="Roles">What it does.</param>
/// <param name="Value">What it says by itself, -1 to 1; 0 for nothing.</param>
internal readonly record struct LexiconWord(WordRole Roles, double Value)
{
    /// <summary>1 for up, -1 for down, 0 for neither.</summary>
    public int Direction => Is(WordRole.Up) ? 1 : Is(WordRole.Down) ? -1 : 0;

    /// <summary>1 for a thing whose rise is good, -1 for one whose rise is bad, 0 for no such thing.</summary>
    public int Polarity => Is(WordRole.Good) ? 1 : Is(WordRole.Bad) ? -1 : 0;

    /// <summary>Whether it has a role.</summary>
    public bool Is(WordRole role) => (Roles & role) != WordRole.None;
}
