using System.Text;
using AraWeb.Engine.Core;

namespace AraWeb.Engine.Onnx;

/// <summary>
/// Reads one protobuf message field by field (protobuf.dev, "Encoding") and never beyond its end. Knows whole numbers, bytes, texts and fixed widths.
/// </summary>
internal ref struct ProtobufReader(ReadOnlySpan<byte> message)
{
    private const int VarintWire = 0;
    private const int LongWire = 1;
    private const int BytesWire = 2;
    private const int FixedWire = 5;
    private const int LongestVarint = 70;

    private ReadOnlySpan<byte> _rest = message;

    /// <summary>Number of the field read last.</summary>
    public int Field { get; private set; }

    /// <summary>Its value, where it is a whole number.</summary>
    public long Number { get; private set; }

    /// <summary>Its bytes, where it has any.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    /// <summary>Its bytes as text.</summary>
    public readonly string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>Reads the next field.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="ModelException">The bytes are no protobuf message.</exception>
    public bool Next()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        var key = Varint();
        Field = (int)(key >> 3);
        Number = 0;
        Bytes = default;
        switch ((int)(key & 7))
        {
            case VarintWire:
                Number = (long)Varint();
                break;
            case BytesWire:
                Bytes = Take(Varint());
                break;
            case LongWire:
                Take(sizeof(long));
                break;
            case FixedWire:
                Take(sizeof(int));
                break;
            default:
                throw Damaged();
        }

        return true;
    }

    private static ModelException Damaged() => new("The file is no ONNX model, or it is cut off.", "Take the file from its source again.");

    private ulong Varint()
    {
        var value = 0UL;
        for (var shift = 0; shift < LongestVarint; shift += 7)
        {
            var part = Take(1)[0];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw Damaged();
    }

    private ReadOnlySpan<byte> Take(ulong count)
    {
        if (count > (ulong)_rest.Length)
        {
            throw Damaged();
        }

        var taken = _rest[..(int)count];
        _rest = _rest[(int)count..];
        return taken;
    }
}
