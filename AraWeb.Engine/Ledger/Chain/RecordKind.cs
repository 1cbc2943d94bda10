namespace AraWeb.Engine.Ledger.Chain;

/// <summary>What a record of the chain seals.</summary>
public enum RecordKind
{
    /// <summary>A signing key comes into use.</summary>
    Key,

    /// <summary>Entries from before the chain began, all together.</summary>
    Adoption,

    /// <summary>One frozen forecast.</summary>
    Forecast,

    /// <summary>Outcomes that were decided together.</summary>
    Resolution,
}
