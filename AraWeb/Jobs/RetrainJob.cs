using AraWeb.Configuration;
using AraWeb.Engine.Models;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Training;
using Microsoft.Extensions.Options;

namespace AraWeb.Jobs;

/// <summary>
/// Trains the pooled model again: on demand at once; by itself once a day at the quiet time, where the newest version is old or the one in use has drifted. A
/// machine that is never on at that time catches up when it has run for an hour. Real prices and the simulated market have a model each. One thread while the
/// program serves. What became of it stands in the run's message and on the version's card.
/// </summary>
internal sealed class RetrainJob(
    IBarStore bars, ModelShelf shelf, IReadOnlyList<IForecaster> learners, IOptions<JobsOptions> options, TimeProvider time) : IAraJob
{
    /// <summary>The job's name.</summary>
    public const string JobName = "retrain-models";

    /// <summary>Time between two looks.</summary>
    internal static readonly TimeSpan LookInterval = TimeSpan.FromMinutes(15);

    /// <summary>How long after the start of the quiet time a training may begin.</summary>
    private static readonly TimeSpan QuietTime = TimeSpan.FromHours(3);

    /// <summary>A program that has just started has bars to fetch and pages to show.</summary>
    private static readonly TimeSpan LeastUptime = TimeSpan.FromMinutes(30);

    /// <summary>After this the quiet time is no longer waited for, where a training is overdue by a whole interval.</summary>
    private static readonly TimeSpan LongUptime = TimeSpan.FromHours(1);

    private readonly long _started = time.GetTimestamp();
    private DateOnly _quietLook;
    private bool _hasCaughtUp;

    /// <inheritdoc/>
    public string Name => JobName;

    /// <inheritdoc/>
    public string Description => "Trains the pooled model again when it is old, has drifted, or somebody asks.";

    /// <inheritdoc/>
    public JobSchedule Schedule => options.Value.RetrainInterval == TimeSpan.Zero
        ? JobSchedule.OnDemand
        : JobSchedule.Look(
            LookInterval,
            $"daily from {options.Value.RetrainTime:hh\\:mm} UTC, when {options.Value.RetrainInterval.TotalDays:0.#} days old or drifted");

    /// <inheritdoc/>
    public async Task<JobOutcome> RunAsync(JobContext context)
    {
        var (isAsked, interval) = (context.Cause == JobCause.Person, options.Value.RetrainInterval);
        if (isAsked)
        {
            return await TrainAsync(context, olderThan: null);
        }

        var uptime = time.GetElapsedTime(_started);
        var now = time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var sinceQuiet = now.TimeOfDay - options.Value.RetrainTime;
        if (uptime >= LeastUptime && _quietLook != today && sinceQuiet >= TimeSpan.Zero && sinceQuiet < QuietTime)
        {
            _quietLook = today;
            return await TrainAsync(context, interval);
        }

        if (uptime >= LongUptime && !_hasCaughtUp)
        {
            _hasCaughtUp = true;
            return await TrainAsync(context, 2 * interval);
        }

        return JobOutcome.Nothing;
    }

    private async Task<JobOutcome> TrainAsync(JobContext context, TimeSpan? olderThan)
    {
        var instruments = await bars.ListAsync(context.CancellationToken);
        var outcomes = new List<RetrainingOutcome>();
        foreach (var isSimulated in instruments.Select(instrument => instrument.IsSimulated).Distinct().Order())
        {
            var request = new RetrainingRequest(options.Value.ParseWatchlist(), isSimulated, olderThan, Threads: 1);
            outcomes.Add(await shelf.UseAsync(
                registry => new Retraining(bars, registry, learners, time).RunAsync(request, new ContextProgress(context), context.CancellationToken),
                context.CancellationToken));
        }

        var message = outcomes.Count == 0 ? "There are no bars to learn from yet." : string.Join(' ', outcomes.Select(outcome => outcome.Message));
        if (outcomes.Any(outcome => outcome.Training is not null))
        {
            return JobOutcome.Done(message);
        }

        // Nobody asked: that nothing is due, or that a young store has too few bars, is no news.
        return olderThan is null
            ? new JobOutcome(ChangedSomething: false, "Nothing was trained.", $"{message} Import longer daily series with 'ara data import'.")
            : JobOutcome.Nothing;
    }

    /// <summary>Shows the steps of a training.</summary>
    private sealed class ContextProgress(JobContext context) : IProgress<TrainingStep>
    {
        public void Report(TrainingStep value) => context.Report(value.Share, $"{value.Text}.");
    }
}
