namespace AraWeb.Engine.Providers;

/// <summary>How a provider is doing, for a page to show. Plain values only, so that it goes out as JSON as it is.</summary>
/// <param name="Provider">Its name.</param>
/// <param name="State">In one word.</param>
/// <param name="Requests">Requests that were sent since the program started, repeated ones included.</param>
/// <param name="Failures">Those that failed.</param>
/// <param name="LastSuccess">Time of the newest good answer, UTC.</param>
/// <param name="LastError">The newest error in words, without keys.</param>
/// <param name="LastErrorAt">Its time, UTC.</param>
/// <param name="LatencyMilliseconds">Exponential mean of the time to a good answer (weight 0.2); null before the first.</param>
/// <param name="AskedAgainAt">Until when the provider is left alone, UTC; null where it is not.</param>
public sealed record ProviderHealth(
    string Provider,
    ProviderState State,
    long Requests,
    long Failures,
    DateTimeOffset? LastSuccess,
    string? LastError,
    DateTimeOffset? LastErrorAt,
    double? LatencyMilliseconds,
    DateTimeOffset? AskedAgainAt);
