namespace AraWeb.Engine.Onnx;

/// <summary>What a tensor holds; the values are those of TensorProto.DataType.</summary>
internal enum OnnxElement
{
    /// <summary>32 bits.</summary>
    Float = 1,

    /// <summary>64 bits.</summary>
    Double = 11,
}
