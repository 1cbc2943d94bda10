using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers.Chain;

/// <summary>What a chain is made of.</summary>
/// <param name="Sources">The providers that are switched on, by rank.</param>
/// <param name="Symbols">Instruments that are kept up to date, in any usual spelling.</param>
/// <param name="Timeframes">Time frames that are offered.</param>
public sealed record MarketSettings(IReadOnlyList<MarketSource> Sources, IReadOnlyList<Symbol> Symbols, IReadOnlyList<Timeframe> Timeframes);
