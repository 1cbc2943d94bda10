namespace AraWeb.Engine.Sentiment;

/// <summary>What a text says of the company or market that it speaks of.</summary>
public enum SentimentClass
{
    /// <summary>Bad news.</summary>
    Negative,

    /// <summary>Neither.</summary>
    Neutral,

    /// <summary>Good news.</summary>
    Positive,
}
