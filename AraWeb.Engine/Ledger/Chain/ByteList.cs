using System.Buffers.Binary;
using System.Text;

namespace AraWeb.Engine.Ledger.Chain;

/// <summary>Bytes that grow; the parts of the sealed form that have a length. Used again for record after record.</summary>
internal sealed class ByteList
{
    private byte[] _bytes = new byte[8192];
    private int _count;

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _count);

    /// <summary>Bytes written so far.</summary>
    public int Count => _count;

    /// <summary>Starts anew.</summary>
    public void Clear() => _count = 0;

    /// <summary>The next so many bytes, for the caller to fill.</summary>
    public Span<byte> Take(int count)
    {
        if (_count + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _count + count));
        }

        _count += count;
        return _bytes.AsSpan(_count - count, count);
    }

    /// <summary>One byte.</summary>
    public void Add(byte value) => Take(1)[0] = value;

    /// <summary>Bytes as they are.</summary>
    public void Add(ReadOnlySpan<byte> values) => values.CopyTo(Take(values.Length));

    /// <summary>A whole number in four bytes, the lowest first.</summary>
    public void AddCount(int value) => BinaryPrimitives.WriteInt32LittleEndian(Take(sizeof(int)), value);

    /// <summary>A whole number in eight bytes, the lowest first.</summary>
    public void AddNumber(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(sizeof(long)), value);

    /// <summary>A text in UTF-8 after its length in bytes.</summary>
    public void AddText(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        AddCount(length);
        _ = Encoding.UTF8.GetBytes(value, Take(length));
    }

    /// <summary>Bytes after their length.</summary>
    public void AddBlob(ReadOnlySpan<byte> value)
    {
        AddCount(value.Length);
        Add(value);
    }
}
