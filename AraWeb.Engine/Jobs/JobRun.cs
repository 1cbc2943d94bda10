namespace AraWeb.Engine.Jobs;

/// <summary>One run of a job, as the job tray, the API and the history show it.</summary>
/// <param name="Id">Time-ordered unique id.</param>
/// <param name="Name">The job's stable kebab-case name, for example <c>refresh-bars</c>.</param>
/// <param name="Subject">What it works on, for people; may be empty.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Progress">Share done, 0 to 1; NaN where it cannot be told.</param>
/// <param name="Message">The newest word on what it is doing, or on how it ended.</param>
/// <param name="StartedAt">Start, UTC.</param>
/// <param name="EndedAt">End, UTC; null while running.</param>
/// <param name="Error">What went wrong and what to do; null when nothing did.</param>
public sealed record JobRun(
    Guid Id,
    string Name,
    string Subject,
    JobState State,
    double Progress,
    string Message,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    string? Error);
