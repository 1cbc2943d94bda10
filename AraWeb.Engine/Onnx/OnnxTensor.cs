using System.Buffers.Binary;

namespace AraWeb.Engine.Onnx;

/// <summary>Writes constants as TensorProto: dims 1, data_type 2, name 8, raw_data 9 (little-endian). Data never lie in another file.</summary>
internal static class OnnxTensor
{
    /// <summary>A row of floats, rounded from doubles.</summary>
    public static ProtobufMessage Floats(string name, IReadOnlyList<double> values)
    {
        var raw = new byte[values.Count * sizeof(float)];
        for (var i = 0; i < values.Count; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(raw.AsSpan(i * sizeof(float)), (float)values[i]);
        }

        return Write(name, OnnxElement.Float, values.Count, raw);
    }

    /// <summary>A row of doubles.</summary>
    public static ProtobufMessage Doubles(string name, IReadOnlyList<double> values)
    {
        var raw = new byte[values.Count * sizeof(double)];
        for (var i = 0; i < values.Count; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(raw.AsSpan(i * sizeof(double)), values[i]);
        }

        return Write(name, OnnxElement.Double, values.Count, raw);
    }

    private static ProtobufMessage Write(string name, OnnxElement element, int count, byte[] raw) =>
        new ProtobufMessage().Number(1, count).Number(2, (long)element).Text(8, name).Raw(9, raw);
}
