using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers.Transfer;

/// <summary>A symbol and time frame that got bars from a refresh.</summary>
/// <param name="Symbol">Whose bars.</param>
/// <param name="Timeframe">In which time frame.</param>
/// <param name="Count">How many were new or revised.</param>
/// <param name="Newest">Start of the newest bar that was written, UTC.</param>
public sealed record RefreshedBars(Symbol Symbol, Timeframe Timeframe, int Count, DateTimeOffset Newest);
