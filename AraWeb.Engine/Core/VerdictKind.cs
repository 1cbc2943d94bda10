namespace AraWeb.Engine.Core;

/// <summary>What a forecast claims to be.</summary>
public enum VerdictKind
{
    /// <summary>It stands by its numbers.</summary>
    Call,

    /// <summary>It says that it should not be relied on, for example because the data are unlike anything learned from.</summary>
    NoCall,

    /// <summary>It says that it is no better than a simple rival.</summary>
    NoEdge,
}
