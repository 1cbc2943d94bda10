using System.Buffers.Binary;

namespace AraWeb.Engine.Onnx;

/// <summary>Writes constants as TensorProto: dims 1, data_type 2, name 8, raw_data 9 (little-endian). Data never lie in another file.</summary>
internal static class OnnxTensor
{
    /// <summary>A row of floats, rounded from doubles.</summary>
    public static ProtobufMessage Floats(string name, IReadOnlyList<double> values) => Write(name, OnnxElement.Float, [values.Count], Singles(values));

    /// <summary>A matrix of floats, row after row, rounded from doubles.</summary>
    public static ProtobufMessage Floats(string name, IReadOnlyList<double> values, int rows) =>
        Write(name, OnnxElement.Float, [rows, values.Count / rows], Singles(values));

    /// <summary>A row of doubles.</summary>
    public static ProtobufMessage Doubles(string name, IReadOnlyList<double> values)
    {
        var raw = new byte[values.Count * sizeof(double)];
        for (var i = 0; i < values.Count; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(raw.AsSpan(i * sizeof(double)), values[i]);
        }

        return Write(name, OnnxElement.Double, [values.Count], raw);
    }

    private static byte[] Singles(IReadOnlyList<double> values)
    {
        var raw = new byte[values.Count * sizeof(float)];
        for (var i = 0; i < values.Count; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(raw.AsSpan(i * sizeof(float)), (float)values[i]);
        }

        return raw;
    }

    private static ProtobufMessage Write(string name, OnnxElement element, IReadOnlyList<int> shape, byte[] raw)
    {
        var tensor = new ProtobufMessage();
        foreach (var count in shape)
        {
            tensor.Number(1, count);
        }

        return tensor.Number(2, (long)element).Text(8, name).Raw(9, raw);
    }
}
