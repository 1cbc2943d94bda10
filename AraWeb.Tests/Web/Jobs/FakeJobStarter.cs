using AraWeb.Jobs;

namespace AraWeb.Tests.Web.Jobs;

/// <summary>Notes what the scheduler was asked for and starts nothing.</summary>
internal sealed class FakeJobStarter : IJobStarter
{
    public List<(string Job, JobCause Cause, Guid? RunId)> Asked { get; } = [];

    public ValueTask StartAsync(string job, JobCause cause, Guid? runId, CancellationToken cancellationToken)
    {
        Asked.Add((job, cause, runId));
        return ValueTask.CompletedTask;
    }
}
