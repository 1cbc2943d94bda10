namespace AraWeb.Engine.Jobs;

/// <summary>Where a run of a job stands.</summary>
public enum JobState
{
    /// <summary>Waiting for its turn.</summary>
    Queued,

    /// <summary>At work.</summary>
    Running,

    /// <summary>Ended well.</summary>
    Succeeded,

    /// <summary>Ended with an error, which the run keeps.</summary>
    Failed,

    /// <summary>Stopped on request.</summary>
    Cancelled,

    /// <summary>Was at work when the program stopped.</summary>
    Interrupted,
}
