using System.Runtime.ExceptionServices;

namespace AraWeb.Engine.Models.Neural.Managed;

/// <summary>
/// Shares numbered pieces of work among threads of the pool. The caller works too and waits for nobody who has not begun. Which thread takes which piece is
/// chance, so a piece must give the same whoever takes it. Runs one work at a time and allocates nothing.
/// </summary>
/// <param name="threads">Threads that may work at once, the caller among them.</param>
internal sealed class LaneTeam(int threads) : IThreadPoolWorkItem
{
    private Action<int>? _work;
    private ExceptionDispatchInfo? _failure;

    // Pieces in the upper half, the next one in the lower: both change at once, so that a helper of the work before cannot take a piece twice.
    private long _state;
    private int _done;

    /// <summary>As many threads as the machine has processors.</summary>
    public static LaneTeam OfAllProcessors() => new(Environment.ProcessorCount);

    /// <summary>Does pieces 0 to <paramref name="pieces"/> - 1.</summary>
    /// <param name="pieces">How many there are.</param>
    /// <param name="work">Does one; is kept by the caller so that nothing is allocated.</param>
    public void Run(int pieces, Action<int> work)
    {
        (_work, _failure) = (work, null);
        Volatile.Write(ref _done, 0);
        Volatile.Write(ref _state, (long)pieces << 32);
        for (var helper = 1; helper < Math.Min(threads, pieces); helper++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        Execute();
        var wait = default(SpinWait);
        while (Volatile.Read(ref _done) < pieces)
        {
            wait.SpinOnce(sleep1Threshold: -1);
        }

        _failure?.Throw();
    }

    /// <inheritdoc/>
    public void Execute()
    {
        while (Claim() is var piece && piece >= 0)
        {
            try
            {
                _work!(piece);
            }
            catch (Exception error)
            {
                _failure ??= ExceptionDispatchInfo.Capture(error);
            }

            Interlocked.Increment(ref _done);
        }
    }

    /// <summary>The next piece; -1 if none is left.</summary>
    private int Claim()
    {
        for (var state = Volatile.Read(ref _state); ;)
        {
            var (pieces, next) = ((int)(state >> 32), (int)state);
            if (next >= pieces)
            {
                return -1;
            }

            var seen = Interlocked.CompareExchange(ref _state, state + 1, state);
            if (seen == state)
            {
                return next;
            }

            state = seen;
        }
    }
}
