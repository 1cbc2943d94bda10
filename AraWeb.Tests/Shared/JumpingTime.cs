namespace AraWeb.Tests.Shared;

/// <summary>The system's clock, which a test can set forward: a minute that takes a minute would make a slow test.</summary>
internal sealed class JumpingTime : TimeProvider
{
    private long _aheadTicks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _aheadTicks));

    /// <summary>Sets the clock forward by a span.</summary>
    public void Jump(TimeSpan span) => Interlocked.Add(ref _aheadTicks, span.Ticks);

    /// <summary>Sets the clock to two seconds before the next full minute, or leaves it when it is there already.</summary>
    public void JumpToEndOfMinute()
    {
        var now = GetUtcNow();
        var wanted = now.AddTicks(TimeSpan.TicksPerMinute - (now.Ticks % TimeSpan.TicksPerMinute)).AddSeconds(-2);
        if (wanted > now)
        {
            Jump(wanted - now);
        }
    }
}
