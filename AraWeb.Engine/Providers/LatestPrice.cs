using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers;

/// <summary>The newest price of an instrument at one provider.</summary>
/// <param name="Symbol">Whose price.</param>
/// <param name="Price">The newest trade, or the middle of bid and ask where the service has no trades.</param>
/// <param name="Time">When it was made, UTC; where the service does not say, when it was received.</param>
/// <param name="Provider">Who says so.</param>
public sealed record LatestPrice(Symbol Symbol, double Price, DateTimeOffset Time, string Provider);
