using AraWeb.Engine.Core;

namespace AraWeb.Engine.Prediction;

/// <summary>What to forecast.</summary>
/// <param name="Symbol">Whose prices.</param>
/// <param name="Timeframe">The span of a bar.</param>
/// <param name="Horizon">The farthest bar ahead; all nearer ones come too.</param>
/// <param name="AsOf">Forecast as it would have been made then, from what was known then; null means now.</param>
public sealed record PredictionRequest(Symbol Symbol, Timeframe Timeframe, Horizon Horizon, DateTimeOffset? AsOf)
{
    /// <summary>The name of <see cref="AsOf"/> in errors; callers that have another name for it, or the text that was typed, put theirs in its place.</summary>
    public const string AsOfName = "as-of";
}
