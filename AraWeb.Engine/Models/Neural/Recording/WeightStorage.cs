namespace AraWeb.Engine.Models.Neural.Recording;

/// <summary>How an exported file stores matrices; the runtime turns them back into 32-bit floats before it computes.</summary>
public enum WeightStorage
{
    /// <summary>32-bit floats, as learned.</summary>
    Single,

    /// <summary>16-bit floats: half the size.</summary>
    Half,

    /// <summary>8-bit whole numbers with a scale for each last column: a quarter of the size.</summary>
    Byte,
}
