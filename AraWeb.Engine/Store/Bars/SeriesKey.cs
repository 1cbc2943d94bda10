using AraWeb.Engine.Core;

namespace AraWeb.Engine.Store.Bars;

/// <summary>One series of the database.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Symbol">The whole symbol, venue included.</param>
/// <param name="AssetClass">Decides the calendar.</param>
internal readonly record struct SeriesKey(long Id, Symbol Symbol, AssetClass AssetClass);
