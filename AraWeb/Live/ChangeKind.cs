namespace AraWeb.Live;

/// <summary>What changed.</summary>
public enum ChangeKind
{
    /// <summary>New or revised bars are in the store.</summary>
    Bars,

    /// <summary>A forecast was frozen.</summary>
    Forecast,

    /// <summary>Frozen forecasts were resolved.</summary>
    Outcome,

    /// <summary>A job started, moved on or ended.</summary>
    Job,
}
