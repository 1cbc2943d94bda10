using System.Buffers.Binary;

namespace AraWeb.Engine.Onnx;

/// <summary>Writes constants as TensorProto: dims 1, data_type 2, name 8, raw_data 9 (little-endian). Data never lie in another file.</summary>
internal static class OnnxTensor
{
    /// <summary>A row of floats, rounded from doubles.</summary>
    public static ProtobufMessage Floats(string name, IReadOnlyList<double> values) => Raw(name, OnnxElement.Float, [values.Count], Singles(values));

    /// <summary>A matrix of floats, row after row, rounded from doubles.</summary>
    public static ProtobufMessage Floats(string name, IReadOnlyList<double> values, int rows) =>
        Raw(name, OnnxElement.Float, [rows, values.Count / rows], Singles(values));

    /// <summary>A row of doubles.</summary>
    public static ProtobufMessage Doubles(string name, IReadOnlyList<double> values)
    {
        var raw = new byte[values.Count * sizeof(double)];
        for (var i = 0; i < values.Count; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(raw.AsSpan(i * sizeof(double)), values[i]);
        }

        return Raw(name, OnnxElement.Double, [values.Count], raw);
    }

    /// <summary>Numbers of any kind as they lie in memory.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="element">Kind of the numbers.</param>
    /// <param name="lengths">Its lengths; none for a single number.</param>
    /// <param name="raw">The numbers, little-endian, row-major.</param>
    public static ProtobufMessage Raw(string name, OnnxElement element, IReadOnlyList<int> lengths, ReadOnlySpan<byte> raw)
    {
        var tensor = new ProtobufMessage();
        foreach (var length in lengths)
        {
            tensor.Number(1, length);
        }

        return tensor.Number(2, (long)element).Text(8, name).Raw(9, raw);
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
}
