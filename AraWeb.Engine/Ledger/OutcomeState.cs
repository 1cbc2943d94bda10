namespace AraWeb.Engine.Ledger;

/// <summary>How a frozen forecast ended.</summary>
public enum OutcomeState
{
    /// <summary>Its day came and it was scored.</summary>
    Resolved,

    /// <summary>Its bar never came (delisted, source gone); it is kept and counted, not scored.</summary>
    Void,
}
