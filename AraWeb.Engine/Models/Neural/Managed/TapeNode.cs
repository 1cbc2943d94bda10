namespace AraWeb.Engine.Models.Neural.Managed;

/// <summary>A value on the tape and what its gradient needs.</summary>
internal unsafe struct TapeNode
{
    /// <summary>What made it.</summary>
    public TapeOperation Operation;

    /// <summary>Its lengths.</summary>
    public TensorShape Shape;

    /// <summary>Its elements.</summary>
    public float* Data;

    /// <summary>Its gradient; null until something adds to it.</summary>
    public float* Gradient;

    /// <summary>What the operation kept.</summary>
    public float* Kept;

    /// <summary>What it kept beside.</summary>
    public float* KeptToo;

    /// <summary>Numbers of the values that it was made of, as the operation orders them.</summary>
    public fixed int From[5];

    /// <summary>A whole number of the operation: heads, first column, step, direction.</summary>
    public int Number;

    /// <summary>A factor of the operation.</summary>
    public float Factor;

    /// <summary>True if a parameter that learns stands behind it.</summary>
    public bool Follows;
}
