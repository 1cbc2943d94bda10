using AraWeb.Engine.Core;

namespace AraWeb.Engine.Regime;

/// <summary>Whose market state is wanted.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Timeframe">The span of a bar.</param>
/// <param name="AsOf">As it would have been said then, from what was known then; null means now.</param>
public sealed record RegimeRequest(Symbol Symbol, Timeframe Timeframe, DateTimeOffset? AsOf)
{
    /// <summary>The name of <see cref="AsOf"/> in errors.</summary>
    public const string AsOfName = "as-of";
}
