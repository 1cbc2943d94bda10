namespace AraWeb.Jobs;

/// <summary>Reports how far a look for bars is, once it lasts long enough for somebody to wonder. A quick look stays silent.</summary>
/// <param name="context">The run.</param>
/// <param name="time">The clock.</param>
internal sealed class BarProgress(JobContext context, TimeProvider time)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(3);

    private readonly long _started = time.GetTimestamp();

    /// <summary>Progress of a part of the work, which is the whole from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public IProgress<double> Part(double start, double end) => new PartProgress(this, start, end);

    private void Report(double share)
    {
        if (time.GetElapsedTime(_started) > Quiet)
        {
            context.Report(share, "Fetching bars.");
        }
    }

    private sealed class PartProgress(BarProgress owner, double start, double end) : IProgress<double>
    {
        public void Report(double value) => owner.Report(start + (value * (end - start)));
    }
}
