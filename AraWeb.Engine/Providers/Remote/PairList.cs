using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Remote.Symbols;

namespace AraWeb.Engine.Providers.Remote;

/// <summary>
/// The pairs that an exchange lists, asked for when they are needed and kept for some hours. One request at a time; an older list serves while the exchange
/// does not answer. Lifetime: six hours; bound: what the exchange lists.
/// </summary>
/// <param name="load">Asks the exchange.</param>
/// <param name="time">The clock.</param>
internal sealed class PairList(Func<CancellationToken, ValueTask<IReadOnlyDictionary<Symbol, MarketName>>> load, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(6);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private IReadOnlyDictionary<Symbol, MarketName>? _pairs;
    private DateTimeOffset _loadedAt;

    /// <summary>The pairs by symbol.</summary>
    /// <exception cref="DataProviderException">The exchange does not answer, and never did.</exception>
    public async ValueTask<IReadOnlyDictionary<Symbol, MarketName>> GetAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var now = time.GetUtcNow();
            if (_pairs is null || now - _loadedAt > Lifetime)
            {
                try
                {
                    _pairs = await load(cancellationToken).ConfigureAwait(false);
                    _loadedAt = now;
                }
                catch (DataProviderException) when (_pairs is not null)
                {
                    // The list changes slowly: the old one is right for almost every pair.
                    _loadedAt = now - Lifetime + TimeSpan.FromMinutes(5);
                }
            }

            return _pairs;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
