namespace AraWeb.Tests.Shared;

/// <summary>Bytes that work allocates on this thread.</summary>
internal static class Allocation
{
    private const int Runs = 5;

    /// <summary>
    /// The fewest of several runs: a collection on another thread may charge what is left of this thread's allocation window to whatever runs just then, but
    /// what the work itself allocates it allocates each time.
    /// </summary>
    public static long Fewest(Action work)
    {
        var fewest = long.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            work();
            fewest = Math.Min(fewest, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return fewest;
    }
}
