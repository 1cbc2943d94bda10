namespace AraWeb.Jobs;

/// <summary>Why a run starts.</summary>
internal enum JobCause
{
    /// <summary>Its time came.</summary>
    Schedule,

    /// <summary>The job it follows changed something.</summary>
    PrecedingJob,

    /// <summary>Somebody asked for it; such a run is always kept in the history.</summary>
    Person,
}
