using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers;

/// <summary>Which bars are wanted.</summary>
/// <param name="Symbol">Whose bars.</param>
/// <param name="Timeframe">The span of each bar.</param>
public sealed record BarQuery(Symbol Symbol, Timeframe Timeframe)
{
    /// <summary>Only what was known at this moment: bars closed by then, in the revision known then. Null means all finished bars.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Earliest start of a bar; null means from the beginning.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The newest so many bars; null means all.</summary>
    public int? Last { get; init; }
}
