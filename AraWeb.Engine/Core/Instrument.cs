namespace AraWeb.Engine.Core;

/// <summary>What is known of an instrument apart from its prices.</summary>
/// <param name="Symbol">Its name.</param>
/// <param name="Name">What a person calls it; the symbol's text where nothing better is known.</param>
/// <param name="AssetClass">Its kind.</param>
/// <param name="Currency">Three-letter code of the quote currency; empty where unknown.</param>
/// <param name="Source">The provider the bars come from, for example <c>csv</c> or <c>demo</c>.</param>
/// <param name="IsSimulated">True for invented prices: every view and export says so.</param>
/// <param name="Timeframes">The time frames that have bars, shortest first.</param>
public sealed record Instrument(
    Symbol Symbol,
    string Name,
    AssetClass AssetClass,
    string Currency,
    string Source,
    bool IsSimulated,
    IReadOnlyList<Timeframe> Timeframes);
