using AraWeb.Jobs;

namespace AraWeb.Tests.Web.Jobs;

/// <summary>A job whose work a test writes.</summary>
internal sealed class FakeJob(string name, Func<JobContext, Task<JobOutcome>> work) : IAraJob
{
    private int _inside;

    public FakeJob(string name)
        : this(name, _ => Task.FromResult(JobOutcome.Nothing))
    {
    }

    public string Name => name;

    public string Description => $"Test job {name}.";

    public JobSchedule Schedule { get; init; } = JobSchedule.OnDemand;

    public int Runs { get; private set; }

    public int MostAtOnce { get; private set; }

    public async Task<JobOutcome> RunAsync(JobContext context)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _inside));
        try
        {
            return await work(context);
        }
        finally
        {
            Runs++;
            Interlocked.Decrement(ref _inside);
        }
    }
}
