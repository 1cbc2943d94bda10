namespace AraWeb.Engine.Training;

/// <summary>
/// Long work on a thread of its own, so that no thread of the pool is held. Work that does not take all of the machine stands back behind other threads, where
/// the system knows of priorities of threads; Linux does not, there the number of threads is what leaves room.
/// </summary>
internal static class BackgroundWork
{
    /// <summary>Runs.</summary>
    /// <param name="work">The work.</param>
    /// <param name="threads">Threads that the work takes.</param>
    /// <param name="cancellationToken">Keeps it from starting; the work itself looks at it from then on.</param>
    public static Task<T> RunAsync<T>(Func<T> work, int threads, CancellationToken cancellationToken) => Task.Factory.StartNew(
        () =>
        {
            if (threads < Environment.ProcessorCount)
            {
                Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
            }

            return work();
        },
        cancellationToken,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);
}
