namespace AraWeb.Tests.Engine.Providers.Remote.Fakes;

/// <summary>One service of the outside world, played after its documentation. Remembers what it was asked.</summary>
internal abstract class FakeService(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly List<FakeRequest> _requests = [];

    /// <summary>When the service's instruments were listed: it has no older bars.</summary>
    public DateTimeOffset Listed { get; init; } = new(2026, 10, 14, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Answers given instead of the service's own, in order, as long as there are any.</summary>
    public Queue<FakeAnswer> Faults { get; } = new();

    public IReadOnlyList<FakeRequest> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    protected DateTimeOffset Now => time.GetUtcNow();

    public FakeAnswer Answer(FakeRequest request)
    {
        lock (_lock)
        {
            _requests.Add(request);
            return Faults.TryDequeue(out var fault) ? fault : Respond(request);
        }
    }

    protected abstract FakeAnswer Respond(FakeRequest request);

    /// <summary>Starts of bars from one moment to another on the grid of the clock, no older than the listing; the newest may be running.</summary>
    protected IEnumerable<DateTimeOffset> Starts(DateTimeOffset from, DateTimeOffset to, TimeSpan length)
    {
        var first = from > Listed ? from : Listed;
        var ticks = (first.UtcTicks + length.Ticks - 1) / length.Ticks * length.Ticks;
        var end = to < Now ? to : Now;
        for (var start = new DateTimeOffset(ticks, TimeSpan.Zero); start <= end; start += length)
        {
            yield return start;
        }
    }
}
