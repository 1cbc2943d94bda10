namespace AraWeb.Engine.Core;

/// <summary>No provider knows the symbol, or not in this time frame.</summary>
/// <param name="symbol">What was asked for.</param>
/// <param name="message">Says where it was looked for.</param>
/// <param name="advice">Names what is there instead.</param>
public sealed class UnknownSymbolException(Symbol symbol, string message, string advice)
    : DataProviderException("unknown-symbol", message, advice, inner: null)
{
    /// <summary>What was asked for.</summary>
    public Symbol Symbol { get; } = symbol;
}
