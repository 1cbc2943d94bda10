using AraWeb.Engine.Jobs;

namespace AraWeb.Engine.Store.Runs;

/// <summary>A row of <c>job_runs</c>.</summary>
internal sealed class JobRunRow
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public required string Subject { get; set; }

    public required JobState State { get; set; }

    /// <summary>Null where it cannot be told.</summary>
    public required double? Progress { get; set; }

    public required string Message { get; set; }

    public required DateTimeOffset StartedAt { get; set; }

    public required DateTimeOffset? EndedAt { get; set; }

    public required string? Error { get; set; }
}
