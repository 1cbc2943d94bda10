using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers;

/// <summary>A provider asks to be left alone for a while, or its allowance is used up.</summary>
/// <param name="provider">Which one.</param>
/// <param name="reason">What it said, without keys.</param>
/// <param name="retryAt">When it may be asked again, UTC; null where it did not say.</param>
public sealed class RateLimitedException(string provider, string reason, DateTimeOffset? retryAt)
    : DataProviderException(
        "rate-limited",
        $"{provider} {reason}.",
        retryAt is { } moment
            ? $"It is asked again by itself after {moment:yyyy-MM-dd HH:mm:ss} UTC; fewer symbols or a second provider help meanwhile."
            : "It is asked again by itself; fewer symbols or a second provider help meanwhile.",
        inner: null)
{
    /// <summary>When the provider may be asked again, UTC; null where it did not say.</summary>
    public DateTimeOffset? RetryAt { get; } = retryAt;
}
