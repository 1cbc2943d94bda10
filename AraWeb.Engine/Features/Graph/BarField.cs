namespace AraWeb.Engine.Features.Graph;

/// <summary>What a graph reads from outside; the first columns of every sheet, in this order.</summary>
internal enum BarField
{
    /// <summary>First price.</summary>
    Open,

    /// <summary>Highest price.</summary>
    High,

    /// <summary>Lowest price.</summary>
    Low,

    /// <summary>Last price.</summary>
    Close,

    /// <summary>Units traded.</summary>
    Volume,

    /// <summary>Number of the session's day, counted from 1970-01-01.</summary>
    Session,

    /// <summary>Close of a second instrument, known at the same time; NaN where none was given.</summary>
    Benchmark,
}
