using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace AraWeb.Engine.Onnx;

/// <summary>
/// Writes one protobuf message field by field (protobuf.dev, "Encoding"). Knows what ONNX needs: whole numbers, floats, texts, bytes, messages inside and
/// packed lists. Leaves out reading and everything else.
/// </summary>
internal sealed class ProtobufMessage
{
    private const int VarintWire = 0;
    private const int BytesWire = 2;
    private const int FixedWire = 5;
    private const int MoreBit = 0x80;

    private readonly List<byte> _bytes = [];

    /// <summary>The message as it stands.</summary>
    public ReadOnlySpan<byte> Bytes => CollectionsMarshal.AsSpan(_bytes);

    /// <summary>Writes a whole number.</summary>
    public ProtobufMessage Number(int field, long value)
    {
        Key(field, VarintWire);
        Varint((ulong)value);
        return this;
    }

    /// <summary>Writes a float.</summary>
    public ProtobufMessage Single(int field, float value)
    {
        Key(field, FixedWire);
        Fixed(value);
        return this;
    }

    /// <summary>Writes a text as UTF-8.</summary>
    public ProtobufMessage Text(int field, string value) => Raw(field, Encoding.UTF8.GetBytes(value));

    /// <summary>Writes a message inside this one.</summary>
    public ProtobufMessage Message(int field, ProtobufMessage value) => Raw(field, value.Bytes);

    /// <summary>Writes bytes.</summary>
    public ProtobufMessage Raw(int field, ReadOnlySpan<byte> value)
    {
        Key(field, BytesWire);
        Varint((ulong)value.Length);
        _bytes.AddRange(value);
        return this;
    }

    /// <summary>Writes a packed list of whole numbers.</summary>
    public ProtobufMessage Numbers(int field, IReadOnlyList<long> values)
    {
        var packed = new ProtobufMessage();
        for (var i = 0; i < values.Count; i++)
        {
            packed.Varint((ulong)values[i]);
        }

        return Raw(field, packed.Bytes);
    }

    /// <summary>Writes a packed list of floats.</summary>
    public ProtobufMessage Singles(int field, IReadOnlyList<float> values)
    {
        var packed = new ProtobufMessage();
        for (var i = 0; i < values.Count; i++)
        {
            packed.Fixed(values[i]);
        }

        return Raw(field, packed.Bytes);
    }

    private void Key(int field, int wire) => Varint(((ulong)field << 3) | (uint)wire);

    private void Varint(ulong value)
    {
        for (; value >= MoreBit; value >>= 7)
        {
            _bytes.Add((byte)(value | MoreBit));
        }

        _bytes.Add((byte)value);
    }

    private void Fixed(float value)
    {
        Span<byte> four = stackalloc byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(four, value);
        _bytes.AddRange(four);
    }
}
