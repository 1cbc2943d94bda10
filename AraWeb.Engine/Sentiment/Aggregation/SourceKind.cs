namespace AraWeb.Engine.Sentiment.Aggregation;

/// <summary>Where a text comes from, which says how far it is believed.</summary>
public enum SourceKind
{
    /// <summary>A filing with an authority.</summary>
    Filing,

    /// <summary>A newswire or newspaper.</summary>
    News,

    /// <summary>A forum with moderation, where posts are voted on.</summary>
    Forum,

    /// <summary>Short posts by anybody.</summary>
    Social,
}
