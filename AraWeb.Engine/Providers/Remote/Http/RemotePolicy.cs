namespace AraWeb.Engine.Providers.Remote.Http;

/// <summary>How patient the client is with a service. The defaults suit free services; tests use shorter times.</summary>
internal sealed record RemotePolicy
{
    /// <summary>The defaults.</summary>
    public static RemotePolicy Default { get; } = new();

    /// <summary>Longest wait for one answer.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest time for a request with all its repetitions and waits.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Repetitions after the first try: three tries in all.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>Wait before the first repetition; the next one is twice as long, each 50 to 150 % of that by chance.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>A service that wants to be left alone for longer than this is not waited for: the caller gets the error and may ask another one.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a service is left alone that says "too many requests" again and again without saying how long.</summary>
    public TimeSpan DefaultRest { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The breaker opens when this share of the tries ...</summary>
    public double FailureRatio { get; init; } = 0.5;

    /// <summary>... of at least so many ...</summary>
    public int MinimumTries { get; init; } = 8;

    /// <summary>... within this time failed ...</summary>
    public TimeSpan SamplingDuration { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>... and stays open so long.</summary>
    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest answer that is read, in bytes after decompression. Binance's list of pairs is the longest one, about 15 MB.</summary>
    public int LongestAnswer { get; init; } = 48 << 20;
}
