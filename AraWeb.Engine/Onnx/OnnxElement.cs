namespace AraWeb.Engine.Onnx;

/// <summary>What a tensor holds; the values are those of TensorProto.DataType.</summary>
internal enum OnnxElement
{
    /// <summary>Floats of 32 bits.</summary>
    Float = 1,

    /// <summary>Signed whole numbers of 8 bits.</summary>
    Byte = 3,

    /// <summary>Signed whole numbers of 64 bits.</summary>
    Integer = 7,

    /// <summary>16 bits.</summary>
    Half = 10,

    /// <summary>64 bits.</summary>
    Double = 11,
}
