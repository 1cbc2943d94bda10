namespace AraWeb.Engine.Providers.Remote.Http;

/// <summary>
/// Spreads requests over time: a bucket of tokens that refills evenly. Requests cost one token or more and are served in the order in which they come. The
/// framework's own limiter reads the machine's clock, so a test could not move it: this one asks a <see cref="TimeProvider"/>. Safe for use by many threads.
/// </summary>
/// <param name="capacity">Tokens when full.</param>
/// <param name="refillTime">Time in which an empty bucket fills.</param>
/// <param name="time">The clock.</param>
internal sealed class TokenBucket(int capacity, TimeSpan refillTime, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly double _perTick = capacity / (double)refillTime.Ticks;
    private double _tokens = capacity;
    private DateTimeOffset _filledAt = time.GetUtcNow();

    /// <summary>Takes tokens and waits for them, unless that would take too long.</summary>
    /// <returns>Null when they were taken; else the moment at which they will be there.</returns>
    public async ValueTask<DateTimeOffset?> TakeAsync(int tokens, TimeSpan longestWait, CancellationToken cancellationToken)
    {
        if (!TryReserve(tokens, longestWait, out var wait))
        {
            return time.GetUtcNow() + wait;
        }

        if (wait == TimeSpan.Zero)
        {
            return null;
        }

        try
        {
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (OperationCanceledException)
        {
            lock (_lock)
            {
                _tokens += tokens;
            }

            throw;
        }
    }

    /// <summary>Lowers the bucket to what the service says is left.</summary>
    public void LowerTo(double left)
    {
        lock (_lock)
        {
            Refill();
            _tokens = Math.Min(_tokens, left);
        }
    }

    // A negative balance is a queue: whoever comes later waits until the debts before it are paid.
    private bool TryReserve(int tokens, TimeSpan longestWait, out TimeSpan wait)
    {
        lock (_lock)
        {
            Refill();
            var left = _tokens - tokens;
            wait = left >= 0 ? TimeSpan.Zero : TimeSpan.FromTicks((long)Math.Ceiling(-left / _perTick));
            if (wait > longestWait)
            {
                return false;
            }

            _tokens = left;
            return true;
        }
    }

    private void Refill()
    {
        var now = time.GetUtcNow();
        if (now > _filledAt)
        {
            _tokens = Math.Min(capacity, _tokens + ((now - _filledAt).Ticks * _perTick));
            _filledAt = now;
        }
    }
}
