using AraWeb.Engine.Core;

namespace AraWeb.Api.Contracts;

/// <summary>An instrument that has bars.</summary>
/// <param name="Symbol">Its name.</param>
/// <param name="Name">What a person calls it.</param>
/// <param name="AssetClass">Its kind.</param>
/// <param name="Currency">Three-letter code of the quote currency; empty where unknown.</param>
/// <param name="Source">The provider the bars come from.</param>
/// <param name="Simulated">True for invented prices.</param>
/// <param name="Timeframes">The time frames that have bars, shortest first.</param>
internal sealed record SymbolContract(
    string Symbol, string Name, AssetClass AssetClass, string Currency, string Source, bool Simulated, IReadOnlyList<string> Timeframes)
{
    /// <summary>The contract of an instrument.</summary>
    public static SymbolContract From(Instrument instrument) => new(
        instrument.Symbol.Text,
        instrument.Name,
        instrument.AssetClass,
        instrument.Currency,
        instrument.Source,
        instrument.IsSimulated,
        [.. instrument.Timeframes.Select(timeframe => timeframe.Code())]);
}
