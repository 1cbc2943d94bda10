using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers;

/// <summary>One thing that a stream of prices tells.</summary>
/// <param name="Symbol">Whose price.</param>
/// <param name="Provider">Who tells it.</param>
/// <param name="Time">When it was so, UTC.</param>
/// <param name="Price">The newest price.</param>
/// <param name="Finished">A bar that has just been finished; null for a mere price.</param>
/// <param name="Timeframe">Span of the bar.</param>
/// <param name="IsFill">True when the bar was fetched afterwards because the connection was down when it finished.</param>
public sealed record StreamUpdate(
    Symbol Symbol, string Provider, DateTimeOffset Time, double Price, Bar? Finished, Timeframe Timeframe, bool IsFill);
