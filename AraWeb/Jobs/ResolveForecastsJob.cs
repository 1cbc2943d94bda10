using AraWeb.Engine.Ledger;
using AraWeb.Live;

namespace AraWeb.Jobs;

/// <summary>Scores frozen forecasts whose day has come, and tells the pages.</summary>
internal sealed class ResolveForecastsJob(LedgerResolver resolver, ILiveFeed feed, TimeProvider time) : IAraJob
{
    /// <inheritdoc/>
    public string Name => "resolve-forecasts";

    /// <inheritdoc/>
    public string Description => "Scores frozen forecasts whose bar has closed.";

    /// <inheritdoc/>
    public JobSchedule Schedule => JobSchedule.After(RefreshBarsJob.JobName);

    /// <inheritdoc/>
    public async Task<JobOutcome> RunAsync(JobContext context)
    {
        var decided = await resolver.ResolveDueAsync(context.CancellationToken);
        foreach (var series in decided)
        {
            feed.Publish(new Change(ChangeKind.Outcome, series.Symbol, series.Timeframe, time.GetUtcNow()));
        }

        var scored = decided.Sum(series => series.Resolved);
        var voided = decided.Sum(series => series.Void);
        if (scored + voided == 0)
        {
            return JobOutcome.Nothing;
        }

        var lost = voided > 0 ? $", {voided} without their bar" : string.Empty;
        return JobOutcome.Done($"{scored} {(scored == 1 ? "outcome" : "outcomes")} of {decided.Count} series{lost}.");
    }
}
