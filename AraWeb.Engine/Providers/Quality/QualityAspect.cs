using System.Text.Json.Serialization;

namespace AraWeb.Engine.Providers.Quality;

/// <summary>One way in which bars can be good or bad.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QualityAspect>))]
public enum QualityAspect
{
    /// <summary>Bars that the trading calendar expects are there.</summary>
    Completeness,

    /// <summary>The newest bar is the newest there can be, and prices do not stand still.</summary>
    Freshness,

    /// <summary>No return is out of all proportion.</summary>
    Outliers,

    /// <summary>Open, high, low and close fit together as they came, without repair.</summary>
    Consistency,

    /// <summary>There is volume where the instrument has one.</summary>
    Volume,

    /// <summary>Other providers tell the same prices.</summary>
    Agreement,
}
