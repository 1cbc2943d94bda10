namespace AraWeb.Engine.Ledger.Chain;

/// <summary>What can be wrong with a ledger.</summary>
public enum FaultKind
{
    /// <summary>The database file itself is damaged.</summary>
    DamagedFile,

    /// <summary>Records are missing between two others.</summary>
    MissingRecord,

    /// <summary>A record does not follow the one before it: the order was changed, or a record replaced.</summary>
    BrokenLink,

    /// <summary>What was sealed has been changed.</summary>
    Changed,

    /// <summary>What was sealed is gone.</summary>
    Gone,

    /// <summary>What was sealed cannot be read.</summary>
    Unreadable,

    /// <summary>The signature is not that of the key over the hash.</summary>
    WrongSignature,

    /// <summary>A key is not the one that should sign here, is unknown, or was changed.</summary>
    WrongKey,

    /// <summary>An entry or an outcome that no record seals.</summary>
    Unsealed,

    /// <summary>Records are missing at the end.</summary>
    CutOff,

    /// <summary>The head is missing, or not what the chain ends with.</summary>
    WrongHead,

    /// <summary>Running counts of outcomes differ from the outcomes.</summary>
    WrongCount,

    /// <summary>A hash that was noted earlier is not in the chain.</summary>
    NotHeld,
}
