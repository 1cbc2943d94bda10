using AraWeb.Engine.Jobs;
using Microsoft.AspNetCore.Components;

namespace AraWeb.Components.Pages.Overview;

/// <summary>The newest runs of background jobs, newest first; times are UTC.</summary>
public sealed partial class JobsTable
{
    /// <summary>The runs.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<JobRun> Runs { get; set; }

    private static string? Tint(JobState state) => state switch
    {
        JobState.Succeeded => "up",
        JobState.Failed => "down",
        JobState.Interrupted or JobState.Cancelled => "warn",
        _ => null,
    };
}
