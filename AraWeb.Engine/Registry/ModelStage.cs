namespace AraWeb.Engine.Registry;

/// <summary>Where a version stands in its life.</summary>
public enum ModelStage
{
    /// <summary>Registered, not in use.</summary>
    Candidate,

    /// <summary>The version in use; at most one of an id.</summary>
    Live,

    /// <summary>The version that was in use before; a rollback brings it back.</summary>
    Previous,

    /// <summary>No longer in use.</summary>
    Retired,

    /// <summary>Did not beat the version in use or the baselines; kept and said so, never loaded.</summary>
    Refused,
}
