using System.Threading.Channels;
using AraWeb.Live;

namespace AraWeb.Tests.Web.Live;

/// <summary>Takes the calls of a live subscription and keeps count of them.</summary>
internal sealed class RecordingSubscriber
{
    private readonly Channel<IReadOnlyList<Change>> _received = Channel.CreateUnbounded<IReadOnlyList<Change>>();
    private int _calls;
    private int _inside;

    /// <summary>Makes the handler throw.</summary>
    public bool Fail { get; set; }

    /// <summary>Keeps the handler from returning until it is completed.</summary>
    public TaskCompletionSource? Hold { get; set; }

    public int Calls => Volatile.Read(ref _calls);

    public int MostAtOnce { get; private set; }

    public async Task HandleAsync(IReadOnlyList<Change> changes)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _inside));
        Interlocked.Increment(ref _calls);
        _received.Writer.TryWrite(changes);
        if (Hold is { } hold)
        {
            await hold.Task;
        }

        Interlocked.Decrement(ref _inside);
        if (Fail)
        {
            throw new InvalidOperationException("broken subscriber");
        }
    }

    public async Task<IReadOnlyList<Change>> NextAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await _received.Reader.ReadAsync(limit.Token);
    }
}
