using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers;

/// <summary>Anything that knows the newest price of an instrument, before its bar is finished.</summary>
public interface ILatestPriceSource
{
    /// <summary>The newest price.</summary>
    /// <exception cref="UnknownSymbolException">The symbol is not here.</exception>
    /// <exception cref="DataProviderException">The source cannot be read.</exception>
    ValueTask<LatestPrice> LatestAsync(Symbol symbol, CancellationToken cancellationToken);
}
