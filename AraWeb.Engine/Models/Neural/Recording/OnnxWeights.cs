using System.Runtime.InteropServices;
using AraWeb.Engine.Onnx;

namespace AraWeb.Engine.Models.Neural.Recording;

/// <summary>Writes constants into a graph, matrices as small as the storage says.</summary>
/// <param name="model">The graph.</param>
/// <param name="storage">How matrices are stored.</param>
internal sealed class OnnxWeights(OnnxModel model, WeightStorage storage)
{
    private const int LargestByte = 127;
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    /// <summary>Writes floats.</summary>
    /// <param name="name">Their name; written once.</param>
    /// <param name="lengths">Their lengths; vectors are never made smaller.</param>
    /// <param name="values">Row-major.</param>
    /// <returns>The name.</returns>
    public string Floats(string name, IReadOnlyList<int> lengths, ReadOnlySpan<float> values)
    {
        if (!_written.Add(name))
        {
            return name;
        }

        switch (lengths.Count > 1 ? storage : WeightStorage.Single)
        {
            case WeightStorage.Half:
                var halves = new Half[values.Length];
                for (var i = 0; i < halves.Length; i++)
                {
                    halves[i] = (Half)values[i];
                }

                model.Constant(OnnxTensor.Raw(name + ".half", OnnxElement.Half, lengths, MemoryMarshal.AsBytes<Half>(halves)));
                model.Node(string.Empty, "Cast", [name + ".half"], name, OnnxAttribute.Number("to", (long)OnnxElement.Float));
                break;
            case WeightStorage.Byte:
                Bytes(name, lengths, values);
                break;
            default:
                model.Constant(OnnxTensor.Raw(name, OnnxElement.Float, lengths, MemoryMarshal.AsBytes(values)));
                break;
        }

        return name;
    }

    /// <summary>Writes whole numbers.</summary>
    public string Integers(string name, params ReadOnlySpan<long> values)
    {
        if (_written.Add(name))
        {
            model.Constant(OnnxTensor.Raw(name, OnnxElement.Integer, [values.Length], MemoryMarshal.AsBytes(values)));
        }

        return name;
    }

    /// <summary>Writes a single whole number.</summary>
    public string Integer(string name, long value)
    {
        if (_written.Add(name))
        {
            model.Constant(OnnxTensor.Raw(name, OnnxElement.Integer, [], MemoryMarshal.AsBytes(new ReadOnlySpan<long>(in value))));
        }

        return name;
    }

    /// <summary>Writes a single float.</summary>
    public string Number(string name, float value)
    {
        if (_written.Add(name))
        {
            model.Constant(OnnxTensor.Raw(name, OnnxElement.Float, [], MemoryMarshal.AsBytes(new ReadOnlySpan<float>(in value))));
        }

        return name;
    }

    private void Bytes(string name, IReadOnlyList<int> lengths, ReadOnlySpan<float> values)
    {
        var columns = lengths[^1];
        var scales = new float[columns];
        for (var i = 0; i < values.Length; i++)
        {
            scales[i % columns] = MathF.Max(scales[i % columns], MathF.Abs(values[i]) / LargestByte);
        }

        var bytes = new sbyte[values.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = scales[i % columns] > 0 ? (sbyte)MathF.Round(values[i] / scales[i % columns]) : (sbyte)0;
        }

        model.Constant(OnnxTensor.Raw(name + ".bytes", OnnxElement.Byte, lengths, MemoryMarshal.AsBytes<sbyte>(bytes)));
        model.Constant(OnnxTensor.Raw(name + ".scales", OnnxElement.Float, [columns], MemoryMarshal.AsBytes<float>(scales)));
        model.Constant(OnnxTensor.Raw(name + ".zero", OnnxElement.Byte, [columns], new byte[columns]));
        model.Node(
            string.Empty, "DequantizeLinear", [name + ".bytes", name + ".scales", name + ".zero"], name, OnnxAttribute.Number("axis", lengths.Count - 1));
    }
}
