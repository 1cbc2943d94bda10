namespace AraWeb.Jobs;

/// <summary>
/// A piece of background work. Short: it calls use cases of the Engine and keeps no rules of its own. Found through the container, so one class and one
/// registration add a job. A job never runs twice at the same time.
/// </summary>
internal interface IAraJob
{
    /// <summary>Stable kebab-case name, for example <c>refresh-bars</c>.</summary>
    string Name { get; }

    /// <summary>One line for people: what it does.</summary>
    string Description { get; }

    /// <summary>When it runs by itself.</summary>
    JobSchedule Schedule { get; }

    /// <summary>Does the work. Errors are thrown: the runner records and shows them.</summary>
    Task<JobOutcome> RunAsync(JobContext context);
}
