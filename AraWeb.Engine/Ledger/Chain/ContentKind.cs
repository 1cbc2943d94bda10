namespace AraWeb.Engine.Ledger.Chain;

/// <summary>Kinds of values in what is sealed. The numbers stand in the sealed bytes and never change.</summary>
public enum ContentKind : byte
{
    /// <summary>Nothing.</summary>
    Null = 0,

    /// <summary>A whole number of 64 bits.</summary>
    Integer = 1,

    /// <summary>A number of IEEE 754 with 64 bits.</summary>
    Real = 2,

    /// <summary>A text.</summary>
    Text = 3,

    /// <summary>Bytes.</summary>
    Blob = 4,
}
