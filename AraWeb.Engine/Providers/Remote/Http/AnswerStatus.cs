using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers.Remote.Http;

/// <summary>What a status means where the service says nothing more exact.</summary>
internal static class AnswerStatus
{
    /// <summary>The error that a status stands for; null for a good one.</summary>
    public static DataProviderException? Refusal(int status, string provider, RemoteKey? key) => status switch
    {
        >= 200 and < 300 => null,
        401 or 403 when key is not null => new ProviderKeyException(provider, $"refused the key (status {status})", key.Setting),
        // Binance: 403 from its firewall, 418 for an address that went on after 429.
        403 or 418 or 429 => new RateLimitedException(provider, $"answered 'too many requests' (status {status})", retryAt: null),
        408 or >= 500 => new ProviderUnavailableException(provider, $"is out of order (status {status})", inner: null),
        451 => new ProviderUnavailableException(provider, "does not serve this country (status 451)", inner: null),
        >= 300 and < 400 => new ProviderUnavailableException(provider, $"sends visitors elsewhere (status {status}), which is not followed", inner: null),
        _ => new BadAnswerException(provider, $"refused the request (status {status})", inner: null),
    };
}
