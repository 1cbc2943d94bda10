namespace AraWeb.Engine.Ledger.Chain;

/// <summary>Why a signing key came into use.</summary>
public enum KeyReason
{
    /// <summary>The ledger's first.</summary>
    First,

    /// <summary>The key before it signed for it.</summary>
    Rotated,

    /// <summary>The key before it was lost, so nothing but its own word ties it to the ledger.</summary>
    Lost,
}
