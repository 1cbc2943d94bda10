using AraWeb.Engine.Jobs;

namespace AraWeb.Api.Contracts;

/// <summary>One run of a job.</summary>
/// <param name="Id">Its id; cancel with DELETE /api/v1/jobs/{id}.</param>
/// <param name="Job">The job's name.</param>
/// <param name="Subject">What it works on; may be empty.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Progress">Share done, 0 to 1; null where it cannot be told.</param>
/// <param name="Message">The newest word on what it is doing, or how it ended.</param>
/// <param name="StartedAt">Start, UTC.</param>
/// <param name="EndedAt">End, UTC; null while under way.</param>
/// <param name="Error">What went wrong and what to do; null when nothing did.</param>
internal sealed record JobRunContract(
    Guid Id,
    string Job,
    string Subject,
    JobState State,
    double? Progress,
    string Message,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    string? Error)
{
    /// <summary>The contract of a run.</summary>
    public static JobRunContract From(JobRun run) => new(
        run.Id, run.Name, run.Subject, run.State, ApiJson.Known(run.Progress), run.Message, run.StartedAt, run.EndedAt, run.Error);
}
