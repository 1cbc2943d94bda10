using System.Buffers.Binary;

namespace AraWeb.Engine.Ledger.Chain;

/// <summary>
/// One value of what is sealed. Takes values as a database gives them back: NaN is null and minus zero is zero, since SQLite keeps neither.
/// </summary>
public readonly struct ContentValue
{
    private readonly long _bits;
    private readonly object? _reference;

    private ContentValue(ContentKind kind, long bits, object? reference)
    {
        Kind = kind;
        _bits = bits;
        _reference = reference;
    }

    /// <summary>What it is.</summary>
    public ContentKind Kind { get; }

    /// <summary>A whole number.</summary>
    public static ContentValue Of(long value) => new(ContentKind.Integer, value, reference: null);

    /// <summary>A number; NaN becomes null.</summary>
    public static ContentValue Of(double value) =>
        double.IsNaN(value) ? default : new(ContentKind.Real, BitConverter.DoubleToInt64Bits(value == 0 ? 0 : value), reference: null);

    /// <summary>A text, or null.</summary>
    public static ContentValue Of(string? value) => value is null ? default : new(ContentKind.Text, bits: 0, value);

    /// <summary>Bytes, or null.</summary>
    public static ContentValue Of(byte[]? value) => value is null ? default : new(ContentKind.Blob, bits: 0, value);

    /// <summary>The value as .NET has it: null, long, double, string or byte[].</summary>
    public object? Unwrap() => Kind switch
    {
        ContentKind.Integer => _bits,
        ContentKind.Real => BitConverter.Int64BitsToDouble(_bits),
        _ => _reference,
    };

    /// <summary>Appends kind and value: integers and reals in eight bytes, texts in UTF-8 and bytes after their length in four; lowest byte first.</summary>
    internal void WriteTo(ByteList bytes)
    {
        bytes.Add((byte)Kind);
        switch (Kind)
        {
            case ContentKind.Integer or ContentKind.Real:
                BinaryPrimitives.WriteInt64LittleEndian(bytes.Take(sizeof(long)), _bits);
                break;
            case ContentKind.Text:
                bytes.AddText((string)_reference!);
                break;
            case ContentKind.Blob:
                bytes.AddBlob((byte[])_reference!);
                break;
        }
    }
}
