using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers;

/// <summary>What holders of perpetual futures paid each other for one period.</summary>
/// <param name="Symbol">The contract.</param>
/// <param name="Time">When it was paid, UTC.</param>
/// <param name="Rate">Share of the position, as a fraction, that longs paid shorts; negative where shorts paid.</param>
public sealed record FundingRate(Symbol Symbol, DateTimeOffset Time, double Rate);
