namespace AraWeb.Jobs;

/// <summary>What a run of a job is given: a way to say how far it is, and the sign to stop.</summary>
/// <param name="report">Takes subject, share done (NaN where it cannot be told) and message.</param>
/// <param name="cancellationToken">Set when somebody cancels the run or the program stops.</param>
internal sealed class JobContext(Action<string?, double, string> report, CancellationToken cancellationToken)
{
    /// <summary>Set when somebody cancels the run or the program stops.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Why the run started.</summary>
    public JobCause Cause { get; init; } = JobCause.Schedule;

    /// <summary>
    /// Says how far the run is. The first word makes a routine run visible, so a job that has found nothing to do stays silent. Cheap: writes are throttled.
    /// </summary>
    /// <param name="progress">Share done, 0 to 1; NaN where it cannot be told.</param>
    /// <param name="message">What it is doing.</param>
    public void Report(double progress, string message) => report(null, progress, message);

    /// <summary>Says what the run works on, for people, for example a symbol.</summary>
    public void ReportSubject(string subject, double progress, string message) => report(subject, progress, message);
}
