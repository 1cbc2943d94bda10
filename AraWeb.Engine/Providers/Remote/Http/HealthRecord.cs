using System.Numerics;

namespace AraWeb.Engine.Providers.Remote.Http;

/// <summary>Keeps count of how a provider answers. Safe for use by many threads.</summary>
internal sealed class HealthRecord(string provider, TimeProvider time)
{
    private const double LatencyWeight = 0.2;

    /// <summary>The newest outcomes that decide between healthy and degraded: as many as a word has bits to hold.</summary>
    private const int Remembered = 16;

    private const int TolerableFailures = 2;

    private readonly Lock _lock = new();
    private long _requests;
    private long _failures;
    private int _outcomes;
    private bool _hasKeyProblem;
    private double? _latency;
    private DateTimeOffset? _lastSuccess;
    private DateTimeOffset? _lastErrorAt;
    private DateTimeOffset? _restsUntil;
    private DateTimeOffset? _brokenUntil;
    private string? _lastError;

    /// <summary>Until when the provider asked to be left alone; null where it did not.</summary>
    public DateTimeOffset? RestsUntil
    {
        get
        {
            lock (_lock)
            {
                return _restsUntil > time.GetUtcNow() ? _restsUntil : null;
            }
        }
    }

    /// <summary>Notes a good answer.</summary>
    public void Succeeded(TimeSpan latency)
    {
        lock (_lock)
        {
            _requests++;
            _outcomes <<= 1;
            _hasKeyProblem = false;
            _lastSuccess = time.GetUtcNow();
            _latency = _latency is { } mean ? mean + (LatencyWeight * (latency.TotalMilliseconds - mean)) : latency.TotalMilliseconds;
        }
    }

    /// <summary>Notes a failure.</summary>
    public void Failed(Exception error)
    {
        lock (_lock)
        {
            _requests++;
            _failures++;
            _outcomes = (_outcomes << 1) | 1;
            _hasKeyProblem = error is ProviderKeyException;
            _lastError = error.Message;
            _lastErrorAt = time.GetUtcNow();
        }
    }

    /// <summary>Notes that the provider asked to be left alone.</summary>
    public void RestUntil(DateTimeOffset moment)
    {
        lock (_lock)
        {
            _restsUntil = _restsUntil > moment ? _restsUntil : moment;
        }
    }

    /// <summary>Notes that the breaker opened until a moment, or closed.</summary>
    public void BrokenUntil(DateTimeOffset? moment)
    {
        lock (_lock)
        {
            _brokenUntil = moment;
        }
    }

    /// <summary>The record as it stands.</summary>
    public ProviderHealth Read()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var isBroken = _brokenUntil > now;
            var rests = _restsUntil > now;
            var failed = BitOperations.PopCount((uint)_outcomes & ((1u << Remembered) - 1));
            var state = _hasKeyProblem ? ProviderState.KeyProblem
                : isBroken ? ProviderState.Unavailable
                : rests ? ProviderState.Resting
                : failed > TolerableFailures || (_outcomes & 1) == 1 ? ProviderState.Degraded
                : _requests == 0 ? ProviderState.Unused
                : ProviderState.Healthy;
            var again = isBroken ? _brokenUntil : rests ? _restsUntil : null;
            return new ProviderHealth(provider, state, _requests, _failures, _lastSuccess, _lastError, _lastErrorAt, _latency, again);
        }
    }
}
