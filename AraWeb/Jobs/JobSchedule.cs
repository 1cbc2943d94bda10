namespace AraWeb.Jobs;

/// <summary>When a job runs by itself. A person can run any job at any time besides.</summary>
internal sealed record JobSchedule
{
    private JobSchedule(TimeSpan? interval, string? precedingJob, string text)
    {
        Interval = interval;
        PrecedingJob = precedingJob;
        Text = text;
    }

    /// <summary>Only when a person asks.</summary>
    public static JobSchedule OnDemand { get; } = new(interval: null, precedingJob: null, "on demand");

    /// <summary>Time from the end of a run to the start of the next; null when it does not repeat.</summary>
    public TimeSpan? Interval { get; }

    /// <summary>The job after whose effective runs this one runs; null when it follows none.</summary>
    public string? PrecedingJob { get; }

    /// <summary>The same for people.</summary>
    public string Text { get; }

    /// <summary>True when the job also runs once as the program starts.</summary>
    public bool AtStart => Interval is not null || PrecedingJob is not null;

    /// <summary>At start, and then again and again.</summary>
    public static JobSchedule Every(TimeSpan interval) => new(interval, precedingJob: null, $"every {interval.TotalSeconds:0.#} s");

    /// <summary>Looks at start and then again and again, and works only when it is due.</summary>
    /// <param name="interval">Time between two looks.</param>
    /// <param name="text">When it is due, for people.</param>
    public static JobSchedule Look(TimeSpan interval, string text) => new(interval, precedingJob: null, text);

    /// <summary>At start, and each time a run of another job changed something.</summary>
    public static JobSchedule After(string job) => new(interval: null, job, $"after {job}");
}
