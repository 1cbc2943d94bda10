using AraWeb.Engine.Prediction.Ranks;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>What a folder of the M6 kind holds.</summary>
/// <param name="Symbols">[assets] names, in the order of the universe file.</param>
/// <param name="Panel">Prices of the whole span, history included.</param>
/// <param name="HasHistory">True where a history folder was there.</param>
internal sealed record M6Universe(IReadOnlyList<string> Symbols, PricePanel Panel, bool HasHistory);
